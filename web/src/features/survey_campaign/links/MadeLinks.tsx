import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { Alert, Button, QRCode, Space } from "antd";
import { useTranslation } from "react-i18next";
import { saveAs } from "@/shared/api/download";
import type { LinksMade } from "./useLinks";
import "./links.css";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The links that were just made, once: as a file, and as slips with QR codes to print, cut and hand out. */
export default function MadeLinks(props: { made: LinksMade; formTitle: string; onDone: () => void }) {
  const { made, formTitle, onDone } = props;
  const { t } = useTranslation("survey_campaign");
  if (made.links.length === 0) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t("links.lost")}
        description={t("links.lost_detail")}
        action={<Button onClick={onDone}>{t("links.done")}</Button>}
      />
    );
  }
  const save = () => {
    const bytes = Uint8Array.from(atob(made.workbook ?? ""), (sign) => sign.charCodeAt(0));
    saveAs(new Blob([bytes], { type: XLSX }), `lien-ket-khao-sat-${made.links[0]?.form ?? ""}.xlsx`);
  };
  return (
    <section className="survey-slips" aria-label={t("links.made", { count: made.links.length })}>
      <Alert
        type="warning"
        showIcon
        role="status"
        title={t("links.made", { count: made.links.length })}
        description={t("links.once")}
      />
      <Space wrap>
        <Button type="primary" icon={<DownloadOutlined aria-hidden />} onClick={save}>
          {t("links.file")}
        </Button>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
          {t("links.print")}
        </Button>
        <Button onClick={onDone}>{t("links.done")}</Button>
      </Space>
      <ul>
        {made.links.map((link) => (
          <li key={link.address}>
            <QRCode
              type="svg"
              value={link.address}
              size={132}
              bordered={false}
              color="#000"
              bgColor="#fff"
              aria-label={t("links.qr")}
            />
            <div>
              <strong>{formTitle}</strong>
              <span>{link.unit_name}</span>
              <small>{t("links.how")}</small>
              <code>{link.address}</code>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

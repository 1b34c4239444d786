import { Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { fileSize } from "@/shared/format/numbers";
import { holds } from "@/shared/format/search";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { EvidenceFile } from "./file";
import { FileIcon } from "./FileIcon";
import { useFiles } from "./useFiles";

/** Choose among the files the unit has uploaded in the period: one file may stand at many leaves. */
export function ChooseFiles(props: {
  periodId: string;
  open: boolean;
  chosen: readonly string[];
  onChoose: (files: EvidenceFile[]) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("evidence");
  const { periodId, open, chosen, onChoose, onClose } = props;
  const { data, error, refetch } = useFiles(periodId, open);
  const [wanted, setWanted] = useState("");
  const [marked, setMarked] = useState<readonly string[]>([]);
  const close = () => {
    setMarked([]);
    setWanted("");
    onClose();
  };
  const files = (data ?? []).filter((file) => file.status === "accepted" && file.scan !== "infected");
  const found = files.filter((file) => holds(file.name, wanted));
  return (
    <Modal
      open={open}
      title={t("choose.title")}
      onCancel={close}
      okText={t("choose.take", { count: marked.length })}
      cancelText={t("cancel")}
      okButtonProps={{ disabled: marked.length === 0 }}
      onOk={() => {
        onChoose(files.filter((file) => marked.includes(file.id)));
        close();
      }}
      destroyOnHidden
    >
      <Input.Search
        allowClear
        placeholder={t("choose.search")}
        aria-label={t("choose.search")}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {error ? (
        <Trouble fault={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading rows={3} />
      ) : found.length === 0 ? (
        <p className="evidence-none">{t(files.length === 0 ? "choose.none" : "choose.not_found")}</p>
      ) : (
        <ul className="choose-list">
          {found.map((file) => {
            const isThere = chosen.includes(file.id);
            return (
              <li key={file.id}>
                <Checkbox
                  checked={isThere || marked.includes(file.id)}
                  disabled={isThere}
                  onChange={({ target }) =>
                    setMarked(target.checked ? [...marked, file.id] : marked.filter((id) => id !== file.id))
                  }
                >
                  <FileIcon file={file} /> {file.name}{" "}
                  <span className="evidence-size">
                    {file.size_bytes !== null && fileSize(file.size_bytes)} · {dateTime(file.created_at)}
                    {isThere && ` · ${t("choose.there")}`}
                  </span>
                </Checkbox>
              </li>
            );
          })}
        </ul>
      )}
    </Modal>
  );
}

import { DownloadOutlined } from "@ant-design/icons";
import { Button, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { download } from "@/shared/api/download";
import { useAccount } from "@/shared/session/useSession";
import { Page } from "@/shared/ui/Page";
import { useTell } from "@/shared/ui/useTell";
import { useUnits } from "@/shared/unit/useUnits";
import { Filter } from "./Filter";
import { LogView } from "./LogView";
import { filePath, type LogFilter, type Source } from "./useLog";
import "./log.css";

/** One tab for each service's log; the filter is the tab's. */
export function Logs({ own, sources }: { own: boolean; sources: Source[] }) {
  const { t } = useTranslation("log");
  const [search, setSearch] = useSearchParams();
  const asked = sources.find((source) => source === search.get("log"));
  const source = asked ?? sources[0] ?? "identity";
  return (
    <Page title={t(own ? "title_own" : "title")} lead={t(own ? "lead_own" : "lead")}>
      <Tabs
        activeKey={source}
        onChange={(log) => setSearch({ log }, { replace: true })}
        destroyOnHidden
        items={sources.map((one) => ({
          key: one,
          label: t(`source.${one}`),
          children: <OneLog source={one} own={own} />,
        }))}
      />
    </Page>
  );
}

function OneLog({ source, own }: { source: Source; own: boolean }) {
  const { t } = useTranslation("log");
  const { kind } = useAccount();
  const tell = useTell();
  const [filter, setFilter] = useState<LogFilter>({});
  const [busy, setBusy] = useState<"csv" | "xlsx">();
  const units = useUnits(!own && (kind === "administration" || kind === "management"));
  const fetchFile = async (as: "csv" | "xlsx") => {
    setBusy(as);
    await download(filePath(source, as, filter)).catch(tell);
    setBusy(undefined);
  };
  return (
    <>
      <Filter source={source} own={own} units={units.data ?? []} filter={filter} onChange={setFilter} />
      {!own && (
        <div className="log-files">
          {(["xlsx", "csv"] as const).map((as) => (
            <Button
              key={as}
              icon={<DownloadOutlined aria-hidden />}
              loading={busy === as}
              onClick={() => void fetchFile(as)}
            >
              {t(`file.${as}`)}
            </Button>
          ))}
        </div>
      )}
      <LogView source={source} own={own} filter={filter} units={units.data ?? []} />
    </>
  );
}

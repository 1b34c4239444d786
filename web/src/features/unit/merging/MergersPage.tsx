import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { useUnits } from "@/shared/unit/useUnits";
import { MergerForm } from "./MergerForm";
import { Preview } from "./Preview";
import { PastMergers } from "./PastMergers";
import { useMerge, usePreview, type AccountAct, type Merger, type MergerIn } from "./useMergers";
import "../unit.css";
import "./merging.css";

/** Merge units: first what is wanted, then what the service says will happen, then the act; below, the mergers there were. */
export default function MergersPage() {
  const { t } = useTranslation("unit");
  const writes = useAccount().kind === "administration";
  const units = useUnits();
  return (
    <Page title={t("merge.title")} lead={t("merge.lead")}>
      {units.isPending && <Loading />}
      {units.isError && <Trouble fault={units.error} onRetry={() => void units.refetch()} />}
      {units.data && writes && <NewMerger />}
      <PastMergers />
    </Page>
  );
}

function NewMerger() {
  const { t } = useTranslation("unit");
  const { message } = App.useApp();
  const { data: units = [] } = useUnits();
  // One key for every try of one merger, another for the next.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [wanted, setWanted] = useState<MergerIn>();
  const preview = usePreview();
  const merge = useMerge(key);
  const look = (body: MergerIn, onError?: (fault: unknown) => void) =>
    preview.mutate(body, {
      onSuccess: () => setWanted(body),
      ...(onError !== undefined && { onError }),
    });
  const choose = (id: string, act: AccountAct) => {
    if (wanted !== undefined) look({ ...wanted, account_acts: { ...wanted.account_acts, [id]: act } });
  };
  const done = (merger: Merger) => {
    message.success(t("merge.done", { name: merger.successor_name }));
    setWanted(undefined);
    preview.reset();
    setKey(crypto.randomUUID());
  };
  const back = () => {
    setWanted(undefined);
    merge.reset();
    preview.reset();
  };
  return (
    <>
      <div hidden={wanted !== undefined}>
        <MergerForm key={key} units={units} busy={preview.isPending} onLook={look} />
      </div>
      {wanted !== undefined && preview.data !== undefined && (
        <Preview
          wanted={wanted}
          preview={preview.data}
          busy={merge.isPending}
          fault={merge.error}
          onChoose={choose}
          onBack={back}
          onMerge={() => merge.mutate(wanted, { onSuccess: done })}
        />
      )}
    </>
  );
}

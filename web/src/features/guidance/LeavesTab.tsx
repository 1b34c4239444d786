import { Select } from "antd";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCriteriaSet } from "@/shared/criteria/useCriteriaSet";
import { useCriteriaSets } from "@/shared/criteria/useCriteriaSets";
import { useLeafGuidance } from "@/shared/guidance/useGuidance";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { Editor } from "./Editor";
import type { Place } from "./place";
import { PlaceTable } from "./PlaceTable";

/** The leaves of a criteria set with their guidance; codes are those of the set's newest published version. */
export function LeavesTab() {
  const { t } = useTranslation("guidance");
  const sets = useCriteriaSets();
  const [chosen, setChosen] = useState<string>();
  if (sets.isPending) return <Loading />;
  if (sets.isError) return <Trouble fault={sets.error} onRetry={() => void sets.refetch()} />;
  const newest = new Map<string, (typeof sets.data)[number]>();
  for (const one of sets.data) if (one.status === "published" && !newest.has(one.code)) newest.set(one.code, one);
  const code = chosen ?? [...newest.keys()][0];
  const set = code === undefined ? undefined : newest.get(code);
  return (
    <>
      <p className="guidance-note">{t("set_lead")}</p>
      <Select
        className="guidance-set"
        aria-label={t("choose_set")}
        placeholder={t("choose_set")}
        value={code}
        onChange={setChosen}
        options={[...newest.keys()].map((value) => ({ value, label: value }))}
      />
      {set === undefined ? (
        <p>{t("no_leaf")}</p>
      ) : (
        <Suspense fallback={<Loading />}>
          <Leaves key={set.id} setId={set.id} code={set.code} />
        </Suspense>
      )}
    </>
  );
}

function Leaves({ setId, code }: { setId: string; code: string }) {
  const { t } = useTranslation("guidance");
  const set = useCriteriaSet(setId);
  const guidance = useLeafGuidance(code);
  const [open, setOpen] = useState<Place>();
  if (guidance.isPending) return <Loading />;
  if (guidance.isError) return <Trouble fault={guidance.error} onRetry={() => void guidance.refetch()} />;
  const said = (place: Place) => (place.kind === "leaf" ? guidance.data[place.item] : undefined);
  const places = set.rows.flatMap(({ item }): Place[] =>
    item === undefined ? [] : [{ kind: "leaf", set_code: code, item: item.code, title: `${item.code} ${item.title}` }],
  );
  return (
    <>
      <PlaceTable places={places} heading={t("column.leaf")} said={said} onWrite={setOpen} />
      {open && <Editor key={open.title} place={open} present={said(open)} onClose={() => setOpen(undefined)} />}
    </>
  );
}

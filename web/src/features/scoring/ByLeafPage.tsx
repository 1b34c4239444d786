import { Empty } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { Head } from "./Head";
import { LeafBar } from "./LeafBar";
import { useAppraisal } from "./useAppraisal";
import { useGrid } from "./useGrid";
import "./scoring.css";

const LeafDesk = lazy(() => import("./LeafDesk"));
const Matrix = lazy(() => import("./Matrix"));

/** One leaf over all units; without a leaf, all leaves over all units. */
export default function ByLeafPage() {
  const { appraisalId = "", item } = useParams();
  const [params] = useSearchParams();
  const { t } = useTranslation("scoring");
  const appraisal = useAppraisal(appraisalId);
  const grid = useGrid(appraisalId);
  const failed = appraisal.isError ? appraisal : grid.isError ? grid : null;
  if (failed) return <Trouble fault={failed.error} onRetry={() => void failed.refetch()} />;
  if (!appraisal.data || !grid.data) return <Loading />;
  const leaf = grid.data.leaves.find(
    (one) => one.item === item && one.set_code === (params.get("set") ?? one.set_code),
  );
  return (
    <Head appraisal={appraisal.data} grid={grid.data} view="items">
      <LeafBar grid={grid.data} leaf={leaf} />
      <Suspense fallback={<Loading />}>
        {grid.data.leaves.length === 0 ? (
          <Empty description={t("nothing_to_score")} />
        ) : leaf ? (
          <LeafDesk key={`${leaf.set_code}/${leaf.item}`} appraisal={appraisal.data} grid={grid.data} leaf={leaf} />
        ) : (
          <Matrix grid={grid.data} />
        )}
      </Suspense>
    </Head>
  );
}

import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { Guidance } from "@/shared/guidance/useGuidance";
import { keyOf, type Place } from "./place";

/** Places with what is said there, each with the way to write it. */
export function PlaceTable({
  places,
  heading,
  said,
  onWrite,
}: {
  places: Place[];
  heading: string;
  said: (place: Place) => Guidance | undefined;
  onWrite: (place: Place) => void;
}) {
  const { t } = useTranslation("guidance");
  return (
    <Table<Place>
      rowKey={keyOf}
      size="small"
      dataSource={places}
      pagination={false}
      scroll={{ x: 760 }}
      columns={[
        { title: heading, width: 280, render: (_, place) => place.title },
        {
          title: t("column.text"),
          render: (_, place) => {
            const words = said(place)?.text;
            return words ? (
              <span className="guidance-short">{words}</span>
            ) : (
              <span className="guidance-note">{t("nothing_yet")}</span>
            );
          },
        },
        {
          title: t("column.changed"),
          width: 220,
          render: (_, place) => {
            const one = said(place);
            return one?.changed_at ? t("changed_by", { name: one.changed_by_name, at: dateTime(one.changed_at) }) : "–";
          },
        },
        {
          title: t("column.acts"),
          width: 120,
          render: (_, place) => (
            <Button size="small" aria-label={t("edit_of", { place: place.title })} onClick={() => onWrite(place)}>
              {t("edit")}
            </Button>
          ),
        },
      ]}
    />
  );
}

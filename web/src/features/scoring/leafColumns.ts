import type { ColumnRegular } from "@revolist/react-datagrid";
import type { Row } from "./rows";

/** The columns of the grid of one leaf; what is done in cells is told by `data-act` and `data-key`. */
export function columnsOf(title: (name: string) => string, writable: boolean): ColumnRegular[] {
  const of = (prop: string, size: number, more: Partial<ColumnRegular> = {}): ColumnRegular => ({
    prop,
    size,
    name: title(prop),
    readonly: true,
    filter: false,
    cellProperties: ({ model }) => ({
      class: { [`cell-${prop}`]: true, [`tone-${(model as Row).tone}`]: true, "is-locked": (model as Row).locked },
      title: prop === "reason" || prop === "state" || prop === "declared" ? String((model as Row)[prop]) : undefined,
    }),
    ...more,
  });
  const writes = { readonly: ({ model }: { model: unknown }) => !writable || (model as Row).locked };
  return [
    of("ticked", 44, {
      pin: "colPinStart",
      name: "",
      cellTemplate: (h, { model }) => {
        const row = model as Row;
        return h("input", {
          type: "checkbox",
          checked: row.ticked,
          disabled: row.locked,
          tabindex: -1,
          "aria-label": row.unit,
          "data-act": "tick",
          "data-key": row.key,
        });
      },
    }),
    of("unit", 210, { pin: "colPinStart" }),
    of("declared", 128),
    of("self", 126),
    of("score", 146, writes),
    of("difference", 112),
    of("reason", 230, writes),
    of("files", 110, {
      cellTemplate: (h, { model }) =>
        h(
          "button",
          { type: "button", tabindex: -1, "data-act": "open", "data-key": (model as Row).key },
          (model as Row).files,
        ),
    }),
    of("state", 220),
  ];
}

import { Checkbox, Input, Radio } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Item, Leaf } from "@/shared/criteria/set";
import { points } from "@/shared/format/numbers";
import type { Fields } from "../saving/fields";
import { useFaultAt } from "./useFaultAt";

export type Values = Omit<Fields, "explanation" | "evidence">;

interface Props {
  item: Item;
  values: Values;
  fault: unknown;
  disabled: boolean;
  onChange: (change: Partial<Fields>, when?: "soon" | "now") => void;
}

/** What the item's method asks for: an option, a count, or b and a. */
export function ValueInput(props: Props) {
  const { t } = useTranslation("sheet");
  const { item, values, disabled, onChange } = props;
  const claims = item.kind === "leaf" && item.not_applicable_allowed;
  const nothing = { option: "", numerator: "", denominator: "", count: "" };
  return (
    <fieldset className="leaf-value" disabled={disabled}>
      <legend>{t("value.label")}</legend>
      {!values.not_applicable && <Inputs {...props} />}
      {claims && (
        <Checkbox
          disabled={disabled}
          checked={values.not_applicable}
          onChange={(event) =>
            onChange(event.target.checked ? { ...nothing, not_applicable: true } : { not_applicable: false }, "now")
          }
        >
          {t("value.claim")}
        </Checkbox>
      )}
      {values.not_applicable && <p className="leaf-hint">{t("value.claim_hint")}</p>}
    </fieldset>
  );
}

function Inputs(props: Props) {
  const { t } = useTranslation("sheet");
  const { item } = props;
  if (item.kind === "adjustment")
    return <NumberField {...props} name="count" label={t("value.count_of", { unit: item.unit })} />;
  const { scoring } = item;
  if (scoring.method === "yes_no" || scoring.input === "choice") return <Choice {...props} leaf={item} />;
  if (scoring.method === "deduction" || scoring.input === "count") {
    return (
      <NumberField
        {...props}
        name="count"
        label={scoring.unit ? t("value.count_of", { unit: scoring.unit }) : t("value.count")}
      />
    );
  }
  const { numerator, denominator } = scoring;
  const named = (symbol: string, label: string | undefined, otherwise: string): string =>
    label ? `${label} (${symbol})` : otherwise;
  return (
    <div className="leaf-ratio">
      <NumberField
        {...props}
        name="numerator"
        label={named(numerator?.symbol ?? "b", numerator?.label, t("value.numerator"))}
      />
      {denominator?.constant === undefined ? (
        <NumberField
          {...props}
          name="denominator"
          label={named(denominator?.symbol ?? "a", denominator?.label, t("value.denominator"))}
        />
      ) : (
        <p className="leaf-hint">{t("value.constant", { value: points(denominator.constant) })}</p>
      )}
    </div>
  );
}

function Choice({ leaf, values, disabled, onChange, fault }: Props & { leaf: Leaf }) {
  const { t } = useTranslation("sheet");
  const id = useId();
  const told = useFaultAt(fault, "option");
  return (
    <>
      <Radio.Group
        className="leaf-options"
        disabled={disabled}
        value={values.option || undefined}
        aria-label={t("value.label")}
        aria-describedby={told && id}
        onChange={(event) => onChange({ option: String(event.target.value) }, "now")}
      >
        {(leaf.scoring.levels ?? leaf.scoring.options ?? []).map((option) => (
          <Radio key={option.id} value={option.id}>
            {option.label} <span className="leaf-points">{t("value.points", { points: points(option.score) })}</span>
          </Radio>
        ))}
      </Radio.Group>
      {told && (
        <p id={id} className="leaf-fault">
          {told}
        </p>
      )}
    </>
  );
}

type NumberName = "numerator" | "denominator" | "count";

function NumberField({ values, disabled, onChange, fault, name, label }: Props & { name: NumberName; label: string }) {
  const id = useId();
  const told = useFaultAt(fault, name);
  return (
    <div className="leaf-number">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        name={name}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        value={values[name]}
        status={told ? "error" : ""}
        aria-invalid={told !== undefined}
        aria-describedby={told && `${id}-fault`}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
      {told && (
        <p id={`${id}-fault`} className="leaf-fault">
          {told}
        </p>
      )}
    </div>
  );
}

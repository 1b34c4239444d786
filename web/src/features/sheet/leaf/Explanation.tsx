import { Input } from "antd";
import { useId, type ClipboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { tableText } from "./paste";
import { useFaultAt } from "./useFaultAt";

/** Code points that a service keeps at most. */
const LIMIT = 10_000;
const COUNTED = { show: true, max: LIMIT, strategy: (text: string) => [...text.normalize("NFC")].length };

/** The unit's explanation: plain text; a pasted table becomes lines with tabs. */
export function Explanation(props: {
  value: string;
  fault: unknown;
  disabled: boolean;
  onChange: (text: string) => void;
  onLeave: () => void;
}) {
  const { value, fault, disabled, onChange, onLeave } = props;
  const { t } = useTranslation("sheet");
  const id = useId();
  const told = useFaultAt(fault, "explanation");
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const text = tableText(event.clipboardData.getData("text/html"));
    if (text === undefined || disabled) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    onChange(value.slice(0, selectionStart) + text + value.slice(selectionEnd));
  };
  return (
    <section className="leaf-part">
      <label className="leaf-label" htmlFor={id}>
        {t("explanation.label")}
      </label>
      <Input.TextArea
        id={id}
        value={value}
        disabled={disabled}
        rows={5}
        className="leaf-text"
        status={told ? "error" : ""}
        placeholder={t("explanation.hint")}
        aria-describedby={told && `${id}-fault`}
        count={value.length > LIMIT * 0.8 ? COUNTED : undefined}
        onChange={(event) => onChange(event.target.value)}
        onPaste={paste}
        onBlur={onLeave}
      />
      {told && (
        <p id={`${id}-fault`} className="leaf-fault">
          {told}
        </p>
      )}
    </section>
  );
}

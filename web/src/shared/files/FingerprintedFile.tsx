import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fileSize } from "@/shared/format/numbers";
import { sha256Of } from "./sha256";

/** Names a signed file by its SHA-256: services keep the fingerprint, the file stays with whoever signed it. */
export function FingerprintedFile({ label, onChange }: { label: string; onChange: (sha256: string | null) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<{ name: string; size: number; sha256: string }>();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const sha256 = await sha256Of(file);
    setTold({ name: file.name, size: file.size, sha256 });
    onChange(sha256);
  };
  return (
    <div>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        // Forms of antd show an input of files whatever its `hidden` says.
        style={{ display: "none" }}
        tabIndex={-1}
        aria-hidden
        type="file"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      <div aria-live="polite" style={{ overflowWrap: "anywhere" }}>
        {told !== undefined && (
          <>
            {told.name} ({fileSize(told.size)})
            <br />
            <small>{t("file_fingerprint", { sha256: told.sha256 })}</small>
          </>
        )}
      </div>
    </div>
  );
}

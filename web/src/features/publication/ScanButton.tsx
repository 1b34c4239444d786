import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

interface Detector {
  detect: (picture: ImageBitmapSource) => Promise<{ rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

/** Reads the QR code of a document from a photo, where the browser can; every phone's camera app opens the address itself. */
export function ScanButton({ onFound }: { onFound: (text: string) => void }) {
  const { t } = useTranslation("publication");
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  if (window.BarcodeDetector === undefined) return null;
  const read = async (file: File | undefined) => {
    if (file === undefined || window.BarcodeDetector === undefined) return;
    const codes = await new window.BarcodeDetector({ formats: ["qr_code"] })
      .detect(await createImageBitmap(file))
      .catch(() => []);
    setFailed(codes.length === 0);
    if (codes[0] !== undefined) onFound(codes[0].rawValue);
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t("check.scan")}</Button>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {failed && <span role="alert">{t("check.scan_failed")}</span>}
    </>
  );
}

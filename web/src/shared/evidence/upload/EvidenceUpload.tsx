import { CameraOutlined, FolderOpenOutlined, UploadOutlined, WarningOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useCallback, useRef, useState, type ChangeEvent } from "react";
import { useTranslation } from "react-i18next";
import type { EvidenceFile } from "../file";
import { ChooseFiles } from "../ChooseFiles";
import { useLimits } from "../useLimits";
import { nameOf } from "./names";
import { UploadRow } from "./UploadRow";
import { useDropAndPaste } from "./useDropAndPaste";
import { useUploads } from "./useUploads";
import "../evidence.css";

/**
 * Bring files: chosen, dropped, pasted or taken by the phone's camera, several at once.
 *
 * Uploads go on while one works elsewhere: `onAccepted` may be called after the component is gone, so it must not change between
 * renders without need, and it must add to what is there then. With `chosen` (ids that are there already) one may also choose
 * among the files that the unit uploaded before.
 */
export function EvidenceUpload(props: {
  periodId: string;
  /** Where the files belong, such as `SHEET/ITEM`; what was begun there is shown again when one comes back. */
  place: string;
  onAccepted: (file: EvidenceFile) => void;
  chosen?: readonly string[];
  /** One at most: for a signed report. */
  single?: boolean;
  pasteAnywhere?: boolean;
}) {
  const { t } = useTranslation("evidence");
  const { periodId, place, onAccepted, chosen, single = false, pasteAnywhere = false } = props;
  const { data: limits } = useLimits();
  const { under, add } = useUploads(periodId, place, onAccepted);
  const [choosing, setChoosing] = useState(false);
  const take = useCallback(
    (files: File[], isPicture = false) => {
      const word = t(isPicture ? "upload.pasted_name" : "upload.camera_name");
      add((single ? files.slice(0, 1) : files).map((file, at) => ({ file, name: nameOf(file, word, at) })));
    },
    [add, single, t],
  );
  const { over, handlers } = useDropAndPaste(take, true, pasteAnywhere);
  const file = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const picked = (event: ChangeEvent<HTMLInputElement>) => {
    take([...(event.target.files ?? [])]);
    // The same file may be chosen again.
    event.target.value = "";
  };
  return (
    <div className={`upload ${over ? "upload-over" : ""}`} {...handlers} role="group" aria-label={t("upload.label")}>
      <div className="upload-ways">
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => file.current?.click()}>
          {t(single ? "upload.choose_one" : "upload.choose")}
        </Button>
        <Button className="upload-camera" icon={<CameraOutlined aria-hidden />} onClick={() => camera.current?.click()}>
          {t("upload.camera")}
        </Button>
        {chosen && (
          <Button icon={<FolderOpenOutlined aria-hidden />} onClick={() => setChoosing(true)}>
            {t("choose.open")}
          </Button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        multiple={!single}
        accept={limits?.extensions.map((one) => `.${one}`).join(",")}
        onChange={picked}
        data-testid="evidence-file"
      />
      <input ref={camera} type="file" hidden accept="image/jpeg,image/png" capture="environment" onChange={picked} />
      <p className="upload-hint">
        {t(over ? "upload.drop" : "upload.hint")}{" "}
        {limits &&
          t("upload.limits", {
            kinds: limits.extensions.map((one) => one.toUpperCase()).join(", "),
            size: Math.floor(limits.max_size_bytes / 1024 / 1024),
          })}
      </p>
      <p className="upload-secret">
        <WarningOutlined aria-hidden /> {t("upload.secret")}
      </p>
      {under.length > 0 && (
        <ul className="upload-list" aria-label={t("upload.under")}>
          {under.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
      {chosen && (
        <ChooseFiles
          periodId={periodId}
          open={choosing}
          chosen={chosen}
          onClose={() => setChoosing(false)}
          onChoose={(files) => files.forEach(onAccepted)}
        />
      )}
    </div>
  );
}

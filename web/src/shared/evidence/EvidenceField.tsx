import { EvidenceList } from "./EvidenceList";
import type { EvidenceFile } from "./file";
import { EvidenceUpload } from "./upload/EvidenceUpload";

/** The files of one place: listed, looked at, added and taken off. `onAdd` may be called after one has left the place. */
export function EvidenceField(props: {
  periodId: string;
  place: string;
  files: readonly EvidenceFile[];
  onAdd: (file: EvidenceFile) => void;
  onRemove: (file: EvidenceFile) => void;
  readOnly?: boolean;
  pasteAnywhere?: boolean;
}) {
  const { periodId, place, files, onAdd, onRemove, readOnly = false, pasteAnywhere = false } = props;
  return (
    <div className="evidence-field">
      <EvidenceList files={files} onRemove={readOnly ? undefined : onRemove} />
      {!readOnly && (
        <EvidenceUpload
          periodId={periodId}
          place={place}
          onAccepted={onAdd}
          chosen={files.map((file) => file.id)}
          pasteAnywhere={pasteAnywhere}
        />
      )}
    </div>
  );
}

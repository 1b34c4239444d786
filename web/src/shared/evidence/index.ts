export { assessmentLink, type EvidenceFile, type GetLink } from "./file";
export { EvidenceList } from "./EvidenceList";
export { PreviewDrawer } from "./preview/PreviewDrawer";
export { Preview } from "./preview/Preview";
export { EvidenceField } from "./EvidenceField";
export { EvidenceUpload } from "./upload/EvidenceUpload";

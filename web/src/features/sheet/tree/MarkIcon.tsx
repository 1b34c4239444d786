import {
  BorderOutlined,
  CheckCircleFilled,
  CloseCircleFilled,
  CloudSyncOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  MinusOutlined,
  PaperClipOutlined,
  SettingOutlined,
  StopOutlined,
  SwapOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { Mark } from "./mark";

const ICONS: Record<Mark, typeof BorderOutlined> = {
  empty: BorderOutlined,
  partial: EditOutlined,
  no_evidence: PaperClipOutlined,
  complete: CheckCircleFilled,
  warned: ExclamationCircleOutlined,
  claimed: StopOutlined,
  faulty: CloseCircleFilled,
  conflict: SwapOutlined,
  unsaved: CloudSyncOutlined,
  survey: TeamOutlined,
  system: SettingOutlined,
  none: MinusOutlined,
};

/** Beside the word that says the same. */
export function MarkIcon({ mark }: { mark: Mark }) {
  const Icon = ICONS[mark];
  return <Icon aria-hidden className={`mark mark-${mark}`} />;
}

export { LeafGuidance } from "./LeafGuidance";

export { AskExtension } from "./AskExtension";
import "./extension.css";

export { RequestStatusTag } from "./RequestStatusTag";
export { type ExtensionRequest, requestKeys, useExtensionRequests } from "./useExtensionRequests";
export { WishFields, type Wish } from "./WishFields";

import { useEffect, useState, type ClipboardEvent, type DragEvent } from "react";
import { filesOf } from "./names";

/** Files dropped or pasted on an element; with `anywhere` also what is pasted elsewhere on the page. */
export function useDropAndPaste(take: (files: File[], pasted: boolean) => void, isOpen: boolean, anywhere: boolean) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // A file that misses its place must not replace the page.
    const keep = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    window.addEventListener("dragover", keep);
    window.addEventListener("drop", keep);
    return () => {
      window.removeEventListener("dragover", keep);
      window.removeEventListener("drop", keep);
    };
  }, []);
  useEffect(() => {
    if (!anywhere || !isOpen) return;
    const paste = (event: globalThis.ClipboardEvent) => {
      const files = filesOf(event.clipboardData);
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      take(files, true);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [anywhere, isOpen, take]);
  if (!isOpen) return { over: false, handlers: {} };
  return {
    over,
    handlers: {
      onDragEnter: () => setOver(true),
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0) take(files, false);
      },
      onPaste: (event: ClipboardEvent) => {
        const files = filesOf(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        take(files, true);
      },
    },
  };
}

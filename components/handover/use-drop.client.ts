"use client";
import { useEffect, useState } from "react";

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
/** Whether a file is held over the page, and what to do with one that is let go. */
export function useDrop(onFiles: (files: FileList) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFile(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      onFiles(event.dataTransfer.files);
    };
    addEventListener("dragover", onOver);
    addEventListener("dragleave", onLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("dragover", onOver);
      removeEventListener("dragleave", onLeave);
      removeEventListener("drop", onDrop);
    };
  }, [onFiles]);
  return over;
}

"use client";
import { useCallback, useState } from "react";
import type { Piece } from "@/lib/model/piece";
import type { GivenActions } from "@/lib/state/given";
import type * as Take from "./take";

export interface Giving {
  giveText: (text: string) => void;
  giveFiles: (files: readonly File[]) => void;
  /** Why something was not taken. */
  refused: readonly string[];
}

const NOT_LOADED =
  "What reads texts could not be loaded. Check the network and try again; nothing of yours was sent.";

/** Take texts and files; what does so is loaded with the first of them. */
export function useGiving(pieces: readonly Piece[], give: GivenActions["give"]): Giving {
  const [refused, setRefused] = useState<readonly string[]>([]);
  const take = useCallback(
    (how: (late: typeof Take, held: number) => Take.Taken | Promise<Take.Taken>) => {
      import("./take")
        .then((late) =>
          how(
            late,
            pieces.reduce((sum, { text }) => sum + late.bytesOf(text), 0),
          ),
        )
        .then(
          (taken) => {
            setRefused(taken.refused);
            if (taken.texts.length > 0) give(taken.texts);
          },
          () => setRefused([NOT_LOADED]),
        );
    },
    [pieces, give],
  );
  return {
    refused,
    giveText: useCallback((text) => take((late, held) => late.takeText(text, held)), [take]),
    giveFiles: useCallback((files) => take((late, held) => late.takeFiles(files, held)), [take]),
  };
}

"use client";
import { useId } from "react";
import type { Piece } from "@/lib/model/piece";

/** Asks which place carries the stream, where several could. */
export function WhichRoute({
  piece,
  routes,
  onRoute,
}: {
  piece: Piece;
  routes: readonly string[];
  onRoute: (route: string | null) => void;
}) {
  const id = useId();
  return (
    <p className="which">
      <label htmlFor={id}>Which of these streams?</label>
      <select
        id={id}
        className="field"
        value={piece.route ?? ""}
        onChange={(event) => onRoute(event.target.value === "" ? null : event.target.value)}
      >
        <option value="">All {routes.length} that could</option>
        {routes.map((route) => (
          <option key={route} value={route}>
            {route}
          </option>
        ))}
      </select>
    </p>
  );
}

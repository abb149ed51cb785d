"use client";
import { useId } from "react";
import { problemOf, VALUES } from "@/lib/configs/values";

interface Props {
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
}

/** The user's own values, put into configs as they are typed. Kept in memory only. */
export function ValuesForm({ values, onChange }: Props) {
  const id = useId();
  return (
    <details className="tabs no-print">
      <summary>Fill in your own values</summary>
      <div className="filters">
        {VALUES.map((spec) => {
          const value = values[spec.name] ?? "";
          const problem = problemOf(spec, value);
          return (
            <div key={spec.name} className="stack-tight">
              <label htmlFor={`${id}${spec.name}`}>{spec.label}</label>
              <input
                id={`${id}${spec.name}`}
                className="field"
                autoComplete="off"
                spellCheck={false}
                placeholder={spec.example}
                value={value}
                aria-invalid={problem !== null}
                aria-describedby={problem ? `${id}${spec.name}w` : undefined}
                onChange={(event) => onChange(spec.name, event.target.value.trim())}
              />
              {problem && (
                <p className="wrong" id={`${id}${spec.name}w`}>
                  {problem}
                </p>
              )}
            </div>
          );
        })}
      </div>
      <p className="tiny soft">
        Used on this page only: not kept, not in links. A value that cannot be used leaves the default.
      </p>
    </details>
  );
}

"use client";
import type { Knowledge } from "@/lib/model/knowledge";
import type { CaseState, KeptIncident } from "@/lib/state/policy";
import type { Actions } from "@/lib/state/store";
import { ageWords, titleOf, UNKEPT } from "@/lib/state/words";
import { minutesSince } from "./use-case.client";
import { headline, nextQuestion, type Focus } from "./use-focus.client";

interface Props {
  state: CaseState & Actions;
  knowledge: Knowledge;
  focus: Focus;
}

/** On a verdict, only what was left a short time ago is offered: the rest stands in the list. */
const RECENT_MINUTES = 24 * 60;

/** The incident that is offered at the top: the one that was open before, or the last changed. */
function offered({ others, aside, hidden, answers }: CaseState): KeptIncident | undefined {
  const incident = others.find(({ id }) => id === aside) ?? others[0];
  if (!incident || hidden) return undefined;
  const isBlank = Object.keys(answers).length === 0;
  return isBlank || minutesSince(incident.changed) < RECENT_MINUTES ? incident : undefined;
}

/** Says that an incident is kept, and takes it up again. */
function Offer({ incident, state, knowledge, focus }: Props & { incident: KeptIncident }) {
  const more = state.others.length - 1;
  return (
    <div className="note no-print" data-kept="">
      <p>
        An earlier incident is kept in this browser: <b>{titleOf(incident, knowledge)}</b>,{" "}
        {ageWords(minutesSince(incident.changed))}
        {more > 0 && `, and ${more} more`}.
      </p>
      <p className="acts">
        <button
          type="button"
          className="link"
          onClick={() => {
            state.takeUp(incident.id);
            focus(headline);
          }}
        >
          Take it up again
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            state.hide();
            focus(headline);
          }}
        >
          Not now
        </button>
      </p>
    </div>
  );
}

function StartedOver({ undo, focus }: Pick<Actions, "undo"> & Pick<Props, "focus">) {
  return (
    <div className="note no-print">
      <p className="acts">
        Started over. What you said is kept.
        <button
          type="button"
          className="link"
          onClick={() => {
            undo();
            focus(headline);
          }}
        >
          Undo
        </button>
      </p>
    </div>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** What happened to incidents that are kept. */
function Notes({
  notes,
  dismiss,
  focus,
}: Pick<CaseState, "notes"> & Pick<Actions, "dismiss"> & Pick<Props, "focus">) {
  return (
    <div className="note no-print" role="alert" data-notes="">
      <p>Of the incidents in this browser:</p>
      <Sentences sentences={notes} />
      <p className="acts">
        <button
          type="button"
          className="link"
          onClick={() => {
            dismiss();
            focus(nextQuestion());
          }}
        >
          Close this note
        </button>
      </p>
    </div>
  );
}

/** What has to be said of the case itself, and of those that are kept beside it. */
export function Notices({ state, knowledge, focus }: Props) {
  const incident = offered(state);
  return (
    <div className="notices">
      {state.unkept && (
        <p className="note" role="alert" data-unkept="">
          {UNKEPT}
        </p>
      )}
      {state.dropped.length > 0 && (
        <div className="note" role="alert">
          <p>Part of this link was not understood and was left out:</p>
          <Sentences sentences={state.dropped} />
        </div>
      )}
      {state.notes.length > 0 && <Notes notes={state.notes} dismiss={state.dismiss} focus={focus} />}
      <div role="status">
        {state.undone?.kind === "started over" && <StartedOver undo={state.undo} focus={focus} />}
        {incident && <Offer incident={incident} state={state} knowledge={knowledge} focus={focus} />}
      </div>
    </div>
  );
}

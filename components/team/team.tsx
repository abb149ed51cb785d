import { content } from "@/components/content";
import { Mdx } from "@/components/mdx/mdx";
import { noteAnchor, notesFor } from "@/lib/content/kinds/note";
import type { Note } from "@/lib/model/content";
import { TeamTag } from "../ui/team-tag";

/** Notes that a team added to its fork, marked as theirs. */
export function Notes({ notes }: { notes: readonly Note[] }) {
  return notes.map((note) => (
    <section
      key={note.id}
      id={noteAnchor(note)}
      className="team"
      data-team=""
      aria-label={`Your team: ${note.title}`}
    >
      <p className="kicker">
        <TeamTag />
        {(note.by ?? note.date) !== undefined && (
          <span>{[note.by, note.date].filter(Boolean).join(", ")}</span>
        )}
      </p>
      <h3>{note.title}</h3>
      <Mdx source={note.body.text} />
    </section>
  ));
}

/** The notes for one cause, guide or product; nothing where there is none. */
export function TeamNotes({ place, id }: { place: "causes" | "guides" | "products"; id: string }) {
  return <Notes notes={notesFor(content().notes, place, id)} />;
}

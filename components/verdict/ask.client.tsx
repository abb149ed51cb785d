"use client";
import type { Answers } from "@/lib/model/answers";
import type { Knowledge, Question } from "@/lib/model/knowledge";
import { QuestionField } from "@/components/wizard/question.client";
import type { ShownBelow } from "./use-below.client";

interface Props {
  answers: Answers;
  knowledge: Knowledge;
  /** What was weighed for the frame that is painted: the question that is left until the next one is known. */
  below: Pick<ShownBelow, "next" | "answers"> | null;
  onAnswer: (question: string, values: readonly string[]) => void;
}

/** In the column beside the reasons there is room for so many choices. */
const MOST_CHOICES = 6;

/** The first questions that are open. */
const firstOpen = ({ questions }: Knowledge, answers: Answers): readonly Question[] =>
  questions.filter(({ id, first }) => first && answers[id] === undefined);

/** The questions that are left: those of the first that are open, and once these are answered the one that separates most. */
export function Ask({ answers, knowledge, below, onAnswer }: Props) {
  const first = firstOpen(knowledge, answers);
  const { id: next, separates = 0 } = below?.next.question ?? {};
  const isTurn = below !== null && firstOpen(knowledge, below.answers).length === 0;
  const follow = isTurn ? knowledge.questions.filter(({ id }) => id === next) : [];
  const asked = first.length > 0 ? first : follow;
  return asked.map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      answers={answers}
      knowledge={knowledge}
      onAnswer={(values) => onAnswer(question.id, values)}
      most={MOST_CHOICES}
      note={
        question.id === next && separates > 1
          ? `Separates ${separates} of the causes that are left.`
          : undefined
      }
    />
  ));
}

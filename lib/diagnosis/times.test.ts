import { describe, expect, test } from "vitest";
import { knowledge } from "./fixtures/knowledge";
import { situationIn } from "./fixtures/said";
import { prepare } from "./prepared";
import { timesOf } from "./times";
import type { Answers } from "../model/answers";

const prepared = prepare(knowledge);
const times = (answers: Answers) => timesOf(situationIn(answers, knowledge), prepared);

describe("times of a fix", () => {
  test("nothing is known of a limit: what was recorded stays", () => expect(times({})).toEqual({}));

  test.each<[string, Answers, string | undefined]>([
    ["a hop waits for 60 s", { proxy: ["gate"] }, "15"],
    ["the cut came after 10 s of silence", { proxy: ["gate"], silence: ["10"] }, "3"],
    ["a hop is set to 20 s", { proxy: ["gate"], "set.gate.gate-read": ["20"] }, "6"],
    ["shorter than any part of it", { silence: ["2"] }, "1"],
    ["nothing was silent", { silence: ["0"] }, undefined],
    ["a total alone says nothing of silence", { after: ["30"] }, undefined],
    ["nothing was ever sent: the whole time is silence", { after: ["30"], gap: ["first-token"] }, "10"],
  ])("%s: a heartbeat of %s", (_, answers, heartbeat) => expect(times(answers).heartbeat).toBe(heartbeat));

  test("a deadline stays below the whole response, too", () => {
    expect(times({ proxy: ["gate"] }).deadline).toBe("20");
    expect(times({ after: ["30"] }).deadline).toBe("10");
  });
});

/** All kinds of knowledge, in the order of reading: a kind stands behind those that its reading needs. */
import { accuracy } from "./accuracy";
import { cause } from "./cause";
import { check } from "./check";
import { config } from "./config";
import { domain } from "./domain";
import { environment } from "./environment";
import { fact } from "./fact";
import { guide } from "./guide";
import type { Kind } from "./kind";
import { layer } from "./layer";
import { limit } from "./limit";
import { note } from "./note";
import { page } from "./page";
import { pair } from "./pair";
import { product } from "./product";
import { question } from "./question";
import { reading } from "./reading";
import { record } from "./record";
import { row } from "./row";
import { runbook } from "./runbook";
import { symptom } from "./symptom";
import { synonym } from "./synonym";
import { teamCheck } from "./team-check";
import { trait } from "./trait";

export const KINDS: readonly Kind[] = [
  layer,
  symptom,
  question,
  trait,
  product,
  check,
  cause,
  teamCheck,
  limit,
  pair,
  config,
  guide,
  page,
  row,
  runbook,
  note,
  fact,
  reading,
  synonym,
  domain,
  record,
  environment,
  accuracy,
];

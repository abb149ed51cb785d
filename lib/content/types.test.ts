/** The types of the ground floor are written by hand; the compiler holds each schema against its type here. */
import type * as v from "valibot";
import { expectTypeOf, test } from "vitest";
import type { Accuracy, ConfusionWhy } from "../model/accuracy";
import type {
  CauseData,
  Fixture,
  GuideData,
  LimitData,
  NoteData,
  Page,
  Row,
  Runbooks,
  Source,
  Trait,
} from "../model/content";
import type { Domains } from "../model/domains";
import type {
  Added,
  Check,
  LayerInfo,
  Product,
  Question,
  Rule,
  Symptom,
  Weight,
  When,
} from "../model/knowledge";
import type { ConfigData, PairData } from "../model/shown";
import type { accuracySchema, whySchema } from "./kinds/accuracy";
import type { causeSchema, fixtureSchema } from "./kinds/cause";
import type { checkSchema } from "./kinds/check";
import type { configSchema } from "./kinds/config";
import type { domainsSchema } from "./kinds/domain";
import type { guideSchema } from "./kinds/guide";
import type { layerSchema } from "./kinds/layer";
import type { limitSchema } from "./kinds/limit";
import type { noteSchema } from "./kinds/note";
import type { pageSchema } from "./kinds/page";
import type { pairSchema } from "./kinds/pair";
import type { productSchema } from "./kinds/product";
import type { questionSchema } from "./kinds/question";
import type { rowSchema } from "./kinds/row";
import type { runbooksSchema } from "./kinds/runbook";
import type { symptomSchema } from "./kinds/symptom";
import type { synonymSchema } from "./kinds/synonym";
import type { traitSchema } from "./kinds/trait";
import type { rule, source, weight, when } from "./schema";

/** A type with its parts laid open, so that one that extends others is compared by what it holds. */
type Flat<T> = { [K in keyof T]: T[K] };
type Own<T> = Flat<Omit<T, keyof Added>>;

test("each schema gives exactly its type", () => {
  expectTypeOf<v.InferOutput<typeof weight>>().toEqualTypeOf<Weight>();
  expectTypeOf<v.InferOutput<typeof when>>().toEqualTypeOf<When>();
  expectTypeOf<v.InferOutput<typeof rule>>().toEqualTypeOf<Rule>();
  expectTypeOf<v.InferOutput<typeof source>>().toEqualTypeOf<Source>();
  expectTypeOf<v.InferOutput<typeof layerSchema>>().toEqualTypeOf<LayerInfo>();
  expectTypeOf<v.InferOutput<typeof symptomSchema>>().toEqualTypeOf<Flat<Symptom>>();
  expectTypeOf<v.InferOutput<typeof questionSchema>>().toEqualTypeOf<Question>();
  expectTypeOf<v.InferOutput<typeof traitSchema>>().toEqualTypeOf<Trait>();
  expectTypeOf<v.InferOutput<typeof productSchema>>().toEqualTypeOf<Own<Product>>();
  expectTypeOf<v.InferOutput<typeof checkSchema>>().toEqualTypeOf<Own<Check>>();
  expectTypeOf<v.InferOutput<typeof causeSchema>>().toEqualTypeOf<Flat<CauseData>>();
  expectTypeOf<v.InferOutput<typeof fixtureSchema>>().toEqualTypeOf<Fixture>();
  expectTypeOf<v.InferOutput<typeof limitSchema>>().toEqualTypeOf<LimitData>();
  expectTypeOf<Omit<v.InferOutput<typeof pairSchema>, "claims">>().toEqualTypeOf<PairData>();
  expectTypeOf<Omit<v.InferOutput<typeof configSchema>, "proof">>().toEqualTypeOf<ConfigData>();
  expectTypeOf<v.InferOutput<typeof guideSchema>>().toEqualTypeOf<GuideData>();
  expectTypeOf<v.InferOutput<typeof pageSchema>>().toEqualTypeOf<Page>();
  expectTypeOf<v.InferOutput<typeof rowSchema>>().toEqualTypeOf<Row>();
  expectTypeOf<v.InferOutput<typeof runbooksSchema>>().toEqualTypeOf<Runbooks>();
  expectTypeOf<v.InferOutput<typeof synonymSchema>>().toEqualTypeOf<string[]>();
  expectTypeOf<v.InferOutput<typeof domainsSchema>>().toEqualTypeOf<Domains>();
  expectTypeOf<v.InferOutput<typeof noteSchema>>().toEqualTypeOf<NoteData>();
  expectTypeOf<v.InferOutput<typeof accuracySchema>>().toEqualTypeOf<Accuracy>();
  expectTypeOf<v.InferOutput<typeof whySchema>>().toEqualTypeOf<ConfusionWhy>();
});

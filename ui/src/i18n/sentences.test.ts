import { expect, test } from "vitest";
import { inWords } from "./sentences";

const break_ = { en: "Break", es: "Descanso" };

test("a sentence is said in the reader's language", () => {
  const wait = { template: "too many failed tries; wait {seconds} seconds and try again", values: { seconds: 4 } };
  expect(inWords(wait, "en")).toBe("too many failed tries; wait 4 seconds and try again");
  expect(inWords(wait, "es")).toBe("Demasiados intentos fallidos; espere 4 segundos e inténtelo de nuevo.");
});

test("a sentence within a sentence is in the same language", () => {
  const why = { template: "is in a call", values: {} };
  const busy = { template: "{name} {why}: choose somebody else, or whoever is free first", values: { name: "Olga Sample", why } };
  expect(inWords(busy, "es")).toBe("Olga Sample está en una llamada: elija a otra persona, o a quien esté libre primero.");
});

test("why a caller waits is said with the languages by their names there", () => {
  const tier = { template: "Tier {tier}", values: { tier: "1" } };
  const agent = { template: "{tier} agent who speaks {languages}", values: { tier, languages: { en: "Spanish", es: "español" } } };
  const why = { template: "no {agent} is ready", values: { agent } };
  expect(inWords(why, "en")).toBe("no Tier 1 agent who speaks Spanish is ready");
  expect(inWords(why, "es")).toBe("no hay libre ningún agente de Nivel 1 que habla español");
});

test("the agency's own words are chosen by the language, and listed", () => {
  const needed = { template: "still needed: {facts}", values: { facts: [break_, { en: "Only English" }, { fr: "Autre" }] } };
  expect(inWords(needed, "es")).toBe("Todavía falta: Descanso, Only English, Autre.");
  expect(inWords(needed, "en")).toBe("still needed: Break, Only English, Autre");
});

test("a sentence without an entry is said in English, with its values", () => {
  expect(inWords({ template: "not known here: {what}", values: { what: break_ } }, "es")).toBe("not known here: Break");
});

test("a value that looks like a blank is left as it is", () => {
  expect(inWords({ template: "{name} does not answer at this hour; choose another", values: { name: "{why}" } }, "en")).toBe("{why} does not answer at this hour; choose another");
});

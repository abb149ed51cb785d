import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pseudonyms, redact, redactName } from "./redact";

const after = (text: string) => redact(text).text;
/** Made up, and put together here so that no scanner takes this file for a leak. */
const key = (...parts: string[]) => parts.join("");
const LETTERS = "aB3dE5gH7jK9mN1pQ3sT5vW7";

describe("secrets go", () => {
  it.each([
    ["OpenAI", key("sk-", "proj-", LETTERS), "[api-key]"],
    ["Anthropic", key("sk-", "ant-api03-", LETTERS), "[api-key]"],
    ["Groq", key("gsk", "_", LETTERS), "[api-key]"],
    ["Google", key("AI", "za", LETTERS, LETTERS.slice(0, 11)), "[api-key]"],
    ["LangSmith", key("lsv2", "_pt_", LETTERS), "[api-key]"],
    ["AWS", key("AK", "IA", "ABCDEFGHIJKLMNOP"), "[aws-key]"],
    ["Hugging Face", key("hf", "_", LETTERS), "[token]"],
    ["GitHub", key("gh", "p_", LETTERS), "[token]"],
    ["Slack", key("xox", "b-", "1234567890-abcdef"), "[token]"],
    ["JWT", key("ey", "JhbGciOiJIUzI1NiJ9", ".", "eyJzdWIiOiIxIn0", ".", LETTERS), "[jwt]"],
  ])("the key of %s", (_, secret, is) => {
    expect(after(`x ${secret} y`)).toBe(`x ${is} y`);
  });

  it.each([
    ["Authorization: Bearer abcd1234efgh", "Authorization: Bearer [token]"],
    ['"authorization": "Basic dXNlcjpwYXNz"', '"authorization": "Basic [token]"'],
    ["curl -H 'Authorization: Bearer abc123def456'", "curl -H 'Authorization: Bearer [token]'"],
    ["Cookie: session=abc; theme=dark", "Cookie: [cookie]"],
    ["Set-Cookie: sid=1234; Path=/", "Set-Cookie: [cookie]"],
    ["redis://admin:hunter2@cache:6379/0", "redis://[user]:[password]@cache:6379/0"],
    ["redis://:hunter2@cache:6379/0", "redis://:[password]@cache:6379/0"],
    ["OPENAI_API_KEY=abcdef123456", "OPENAI_API_KEY=[secret]"],
    ["  password: correcthorse", "  password: [secret]"],
    ['client_secret = "abc-def-ghi"', 'client_secret = "[secret]"'],
    ["GET /x?api_key=abcdef&n=1", "GET /x?api_key=[secret]&n=1"],
    ["token: 0123456789abcdef0123", "token: [secret]"],
  ])("%s", (text, is) => expect(after(text)).toBe(is));

  it("a key in PEM, with the lines kept in their place", () => {
    const pem = key("-----BEGIN RSA PRIV", "ATE KEY-----\nMIIabc\n-----END RSA PRIV", "ATE KEY-----");
    const { text, replacements } = redact(`a\n${pem}\nproxy_read_timeout 60s;`);
    expect(text).toBe("a\n[pem]\n\n\nproxy_read_timeout 60s;");
    expect(replacements.map(({ line, is }) => ({ line, is }))).toEqual([{ line: 2, is: "[pem]" }]);
  });
});

it("a key in PEM that is cut off", () => {
  const pem = key("-----BEGIN PRIV", "ATE KEY-----\n", LETTERS);
  expect(after(`${pem}\nproxy_buffering off;`)).toBe("[pem]\n\nproxy_buffering off;");
});

it("a key that is cut off ends where the next begins, and any number of them takes no time", () => {
  const begin = key("-----BEGIN PRIV", "ATE KEY-----\n");
  const end = key("-----END PRIV", "ATE KEY-----");
  expect(after(`${begin}Proc-Type: 4,ENCRYPTED\nMIIabc\n${begin}MIIdef\n${end}\nx`)).not.toMatch(/MII|Proc/);
  const start = performance.now();
  redact(begin.repeat(5_000));
  expect(performance.now() - start).toBeLessThan(2_000);
});

describe("people and places get names", () => {
  it.each([
    ["mail jane.doe@acme.com", "mail mail-1"],
    ["proxy_pass http://10.2.3.4:8000;", "proxy_pass http://ip-1:8000;"],
    ["client 2a01:4f8:c0c:1234::1 said", "client ip-1 said"],
    ["proxy_pass http://chat.acme.com:8000/api;", "proxy_pass http://host-1:8000/api;"],
    ["https://acme.app/x and chat.acme.app", "https://host-1/x and host-2"],
    ["redis://u:p@h.acme.com/0", "redis://[user]:[password]@host-1/0"],
    ["server_name chat.acme.com;", "server_name host-1;"],
    ["a.acme.com b.acme.com a.acme.com", "host-1 host-2 host-1"],
    ["Host: chat-acme.vercel.app", "Host: host-1.vercel.app"],
    ["k8s-prod-1234.eu-west-1.elb.amazonaws.com", "host-1.elb.amazonaws.com"],
    ["acme.openai.azure.com", "host-1.openai.azure.com"],
    ["https://a1b2.lambda-url.eu-south-1.on.aws/x", "https://host-1.lambda-url.on.aws/x"],
    ["a1b2.execute-api.eu-west-1.amazonaws.com", "host-1.execute-api.amazonaws.com"],
    ["net-1.elb.eu-west-1.amazonaws.com", "host-1.elb.amazonaws.com"],
    ["a1b2.s3.eu-west-1.amazonaws.com", "host-1.amazonaws.com"],
  ])("%s", (text, is) => expect(after(text)).toBe(is));
});

describe("what names nobody stays", () => {
  it.each([
    "server 127.0.0.1:8000;",
    "listen [::]:80; http://localhost:3000 ::1",
    "https://api.openai.com/v1/chat/completions",
    'nginx.ingress.kubernetes.io/proxy-read-timeout: "60"',
    "nginx/1.25.3 and openai==1.54.0",
    "from langchain_openai import ChatOpenAI",
    "openai.APITimeoutError: Request timed out.",
    "httpx.ReadTimeout in httpcore._exceptions",
    "max_tokens: 4096",
    "CMD ./start.sh && python app.run",
    "libssl.so and self.llm.run",
    "for token in stream: yield token",
    "token = chunk.choices[0].delta.content",
    'api_key=os.environ["OPENAI_API_KEY"]',
    "password: ${DB_PASSWORD}",
    "proxy_set_header Host $host;",
    "application/json text/event-stream",
    "a stream at 192.0.2.7, example.com",
  ])("%s", (text) => expect(after(text)).toBe(text));
});

it("names are the same over texts that leave together", () => {
  const names = new Pseudonyms();
  expect(redact("a.acme.com", names).text).toBe("host-1");
  expect(redact("b.acme.com a.acme.com", names).text).toBe("host-2 host-1");
});

it.each([
  ["chat.acme.com.conf", "host-1.conf"],
  ["access_chat.acme.com.log.1", "host-1.log.1"],
  ["logs/chat.acme.com-access.log", "logs/host-1-access.log"],
  ["logs/abc123.lambda-url.eu-west-1.on.aws.log", "logs/host-1.lambda-url.on.aws.log"],
  ["shop.vercel.app.txt", "host-1.vercel.app.txt"],
  ["acme.com", "host-1"],
  ["10.2.3.4.log", "ip-1.log"],
  ["api.openai.com.log", "api.openai.com.log"],
  ["host-1.conf", "host-1.conf"],
  ["nginx.conf", "nginx.conf"],
])("a file is named after its host: %s", (name, is) => {
  expect(redactName(name, new Pseudonyms())).toBe(is);
});

it("each replacement says its line, what was there and what is there now", () => {
  expect(redact("x\nhost a.acme.com\n10.0.0.1").replacements).toEqual([
    { line: 2, was: "a.acme.com", is: "host-1" },
    { line: 3, was: "10.0.0.1", is: "ip-1" },
  ]);
});

const words = fc.constantFrom(
  "chat.acme.com",
  "10.1.2.3",
  "jane@acme.com",
  "Authorization: Bearer abcd1234efgh",
  "password=hunter22",
  "x.vercel.app",
  "host-1",
  "ip-2",
  "[token]",
  "Cookie: a=b",
  "redis://u:p@h.acme.com/0",
  "proxy_pass http://10.0.0.1;",
  "\n",
  " ",
  "=",
  ":",
  '"',
  "-----BEGIN X KEY-----",
  "sk-",
);

describe("any text", () => {
  it("twice is the same as once", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 12 })), { maxLength: 12 }), (parts) => {
        const once = after(parts.join(" "));
        expect(after(once)).toBe(once);
      }),
      { numRuns: 1500, seed: 12 },
    );
  });

  it("keeps its lines", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        const text = parts.join(" ");
        expect(after(text).split("\n").length).toBe(text.split("\n").length);
      }),
      { numRuns: 300, seed: 13 },
    );
  });
});

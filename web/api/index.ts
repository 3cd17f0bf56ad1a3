// Names for the shapes of the server's API, taken from its paths so that they do not depend on how the
// server calls its components.
import type { paths } from "./schema";

type Answer<P extends keyof paths, M extends keyof paths[P], S extends number> = paths[P][M] extends {
  responses: { [K in S]: { content: { "application/json": infer T } } };
}
  ? T
  : never;

type Question<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  requestBody: { content: { "application/json": infer T } };
}
  ? T
  : never;

export type Me = Answer<"/api/v1/session", "get", 200>;
export type Session = Answer<"/api/v1/sessions", "get", 200>["results"][number];
export type Passkey = Answer<"/api/v1/passkeys", "get", 200>["results"][number];
export type InvitationPreview = Answer<"/api/v1/invitations/preview", "post", 200>;
export type Agent = Answer<"/api/v1/agents", "get", 200>["results"][number];
export type Token = Answer<"/api/v1/tokens", "get", 200>["results"][number];
export type Role = Question<"/api/v1/invitations", "post">["role"];
export type Counts = Answer<"/api/v1/counts", "get", 200>;
export type Ticket = Answer<"/api/v1/tickets", "get", 200>["results"][number];
export type TicketDetail = Answer<"/api/v1/tickets/{id}", "get", 200>;
export type Entry = Answer<"/api/v1/tickets/{id}/entries", "get", 200>["results"][number];
export type Priority = Ticket["priority"];
export type Standing = Ticket["standing"];
export type SavedView = Answer<"/api/v1/views", "get", 200>["results"][number];
export type NewView = Question<"/api/v1/views", "post">;
export type Team = Answer<"/api/v1/teams", "get", 200>["results"][number];
export type Tag = Answer<"/api/v1/tags", "get", 200>["results"][number];
export type Suggestion = Answer<"/api/v1/search/suggestions", "get", 200>["results"][number];
export type Mention = Answer<"/api/v1/mentions", "get", 200>["results"][number];
export type Bulk = Answer<"/api/v1/bulk/{id}", "get", 200>;
export type HelpSection = Answer<"/api/v1/help/sections", "get", 200>["results"][number];
export type NewHelpSection = Question<"/api/v1/help/sections", "post">;
export type Article = Answer<"/api/v1/help/articles/{id}", "get", 200>;
export type ArticleText = Article["texts"][number];
export type ArticlePlace = Question<"/api/v1/help/articles", "post">;
export type ArticleWriting = Answer<"/api/v1/help/articles/{id}/texts/{language}", "get", 200>;
export type ArticleDraft = NonNullable<ArticleWriting["draft"]>;
export type ArticleVersion = NonNullable<ArticleWriting["published"]>;
export type ArticleVote = Answer<"/api/v1/help/articles/{id}/votes", "get", 200>["results"][number];
export type ArticlePreview = Answer<"/api/v1/help/preview", "post", 200>;
export type BrokenLink = Answer<"/api/v1/help/broken-links", "get", 200>["results"][number];
export type HelpLexicon = Question<"/api/v1/help/lexicon", "put">["value"];
export type LexiconTrial = Answer<"/api/v1/help/lexicon/trial", "post", 200>;
export type RefusedRequests = Answer<"/api/v1/reports/refused-requests", "get", 200>["results"][number];
export type Lines = Answer<"/api/v1/lines", "get", 200>;
export type Line = Lines["talking"][number];
export type LineQueue = NonNullable<Line["queue"]>;
export type LinePresence = NonNullable<Lines["presence"]>;
export type ChatSettings = Question<"/api/v1/settings/chat", "put">["value"];
export type Delivery = NonNullable<Entry["delivery"]>;

export { createDengtaClient, outcome, type Outcome, type Problem } from "./client";

import type { Context, Hono, MiddlewareHandler } from "../../deps/hono.ts";
import { grantOf } from "../auth/authenticate.ts";
import { findToken } from "../auth/find_token.ts";
import { mayDo, scopeGuard } from "../auth/require_scope.ts";
import type { TokenOptions } from "../auth/token_options.ts";
import type { Desk } from "../desk.ts";
import type { Fragment } from "../docs/fragment.ts";
import { findModel } from "../find_model.ts";
import type { HostedModel } from "../hosted/hosted_model.ts";
import { RequestError } from "../request_error.ts";
import { answerEvents } from "../stream/answer_events.ts";
import { toProblem } from "../to_problem.ts";
import { answerPage } from "./answer_page.ts";
import { enterDashboard } from "./enter_dashboard.ts";
import { followParts } from "./follow_parts.ts";
import { loginPage } from "./login_page.ts";
import { modelPage } from "./model_page.ts";
import { modelParts } from "./model_parts.ts";
import { modelView } from "./model_view.ts";
import { overviewPage } from "./overview_page.ts";
import { overviewParts, type UnreadModel } from "./overview_parts.ts";
import { predictByForm } from "./predict_by_form.ts";
import { problemPages } from "./problem_pages.ts";
import { readForm } from "./read_form.ts";
import { requireSameOrigin } from "./require_same_origin.ts";
import { closeSession, openSession } from "./session.ts";
import { shareLooks } from "./share_looks.ts";
import { writeNumber } from "./write_values.ts";

/** What the dashboard works with. */
export interface DashboardOptions {
  /** The models and limits. */
  readonly desk: Desk;
  /** Who may use it; undefined where everyone may. */
  readonly tokens?: readonly TokenOptions[] | undefined;
  /** Bounds how many requests are served, for each token. */
  readonly limit?: MiddlewareHandler | undefined;
}

/**
 * Adds the dashboard: `GET /`, all models; `GET /dashboard/models/:name`, a model; and what these pages ask for. They are
 * entered by a session, which `POST /dashboard/login` opens for a token, and by nothing else, as the other routes are by a
 * bearer token and nothing else: so no page of another site can make a browser use them. Forms are taken from these
 * pages alone.
 *
 * @param app What to add it to.
 * @param options The models, and for whom they are shown.
 */
export function dashboardRoutes(app: Hono, { desk, tokens, limit }: DashboardOptions): void {
  const isSignedIn = tokens !== undefined;
  const [mayPredict, mayAdmin] = [scopeGuard("predict"), scopeGuard("admin")];
  const share = shareLooks<Record<string, Fragment> | undefined>(LOOK);
  const named = (context: Context): Promise<HostedModel> => findModel(desk.models, context.req.param("name"));
  app.use("/dashboard/*", problemPages(), requireSameOrigin());

  if (tokens !== undefined) {
    app.post("/dashboard/login", async (context) => {
      const form = await readForm(context, desk.limits);
      const next = pathOf(form.get("next"));
      const token = findToken(tokens, form.get("token") ?? "");
      if (token < 0) return answerPage(loginPage(next, "This token is not valid here."), 401);
      await openSession(context, tokens[token]);
      return context.redirect(next, 303);
    });
    app.post("/dashboard/logout", (context) => {
      closeSession(context);
      return context.redirect("/", 303);
    });
  }

  for (const path of ["/", "/dashboard/events", "/dashboard/models/*"]) {
    app.use(path, enterDashboard(tokens));
    if (limit !== undefined) app.use(path, limit);
  }

  app.get("/", mayPredict, async (context) => {
    return answerPage(overviewPage(await viewAll(context), isSignedIn));
  });

  app.get("/dashboard/events", mayPredict, (context) => {
    const look = async () => overviewParts(await viewAll(context));
    const shared = () => share("", look);
    return answerEvents(context, desk, (ended) => followParts(shared, { ended, every: interval(context) }));
  });

  app.get("/dashboard/models/:name", mayPredict, async (context) => {
    const view = await modelView(await named(context));
    const version = /^\d{1,15}$/.exec(context.req.query("restored") ?? "")?.[0];
    const notice = version === undefined ? undefined : `Went back to version ${writeNumber(Number(version))}.`;
    const mayRollback = mayDo(grantOf(context), "admin");
    return answerPage(modelPage(view, { isSignedIn, mayRollback, notice }));
  });

  app.get("/dashboard/models/:name/events", mayPredict, async (context) => {
    const { name } = await named(context);
    const mayRollback = mayDo(grantOf(context), "admin");
    const look = async () => {
      const model = await desk.models.get(name);
      return model === undefined ? undefined : modelParts(await modelView(model), mayRollback);
    };
    const shared = () => share(`${mayRollback} ${name}`, look);
    return answerEvents(context, desk, (ended) => followParts(shared, { ended, every: interval(context) }));
  });

  app.post("/dashboard/models/:name/predict", mayPredict, async (context) => {
    const model = await named(context);
    const filled = await readForm(context, desk.limits);
    const answer = await predictByForm(model, filled, desk.limits);
    if (context.req.header("accept") === "text/x-part") return context.html(answer);
    const mayRollback = mayDo(grantOf(context), "admin");
    return answerPage(modelPage(await modelView(model), { isSignedIn, mayRollback, filled, answer }));
  });

  app.post("/dashboard/models/:name/rollback", mayAdmin, async (context) => {
    const model = await named(context);
    const version = (await readForm(context, desk.limits)).get("version") ?? "";
    if (!/^\d{1,15}$/.test(version)) {
      const detail = "Cannot go back as version must be a whole number from 0 on";
      throw new RequestError({ status: 422, title: "Unprocessable Content", detail });
    }
    await model.rollback(Number(version));
    return context.redirect(`/dashboard/models/${model.name}?restored=${version}`, 303);
  });

  async function viewAll(context: Context) {
    const view = async (model: HostedModel) => {
      try {
        return await modelView(model);
      } catch (error) {
        const { response, internal } = toProblem(error, context.get("requestId"));
        if (internal) desk.report(error);
        if (response.status === 404) return undefined; // it has been removed meanwhile
        const unread: UnreadModel = { name: model.name, problem: "It cannot be read now." };
        return unread;
      }
    };
    return (await Promise.all((await desk.models.list()).map(view))).filter((each) => each !== undefined);
  }
}

/** How many milliseconds old the parts of a page may be that readers share. */
const LOOK = 400;

/** How often the parts of a page are looked at, in milliseconds: seldom where less motion is wanted. */
function interval(context: Context): number {
  return context.req.query("calm") === "1" ? 5000 : 500;
}

/** A page of the dashboard to go to, never one elsewhere. */
function pathOf(next: string | null): string {
  return /^\/dashboard\/models\/[\w.-]{1,64}$/.test(next ?? "") ? next! : "/";
}

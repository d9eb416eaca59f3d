// The only file that knows which problem is which HTTP status, and how a refusal looks on the wire.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemCode, problemText } from '../../core/vocabulary/problem.ts';
import type { Words } from '../../core/vocabulary/words.ts';

/** A code without a status does not compile. */
export const httpStatus: Record<ProblemCode, number> = {
  'document.empty': 422,
  'document.tooLarge': 413,
  'document.typeUnknown': 415,
  'document.typeMismatch': 415,
  'document.damaged': 422,
  'document.encrypted': 422,
  'document.scanned': 422,
  'document.encodingUnknown': 422,
  'document.archiveTooLarge': 413,
  'document.entityForbidden': 422,
  'document.tooSlow': 422,
  'document.outOfMemory': 422,
  'document.tooManyCells': 422,
  'document.noText': 422,
  'document.notFound': 404,
  'reading.notFound': 404,
  'plan.notFound': 404,
  'plan.none': 404,
  'commitment.notFound': 404,
  'item.notFound': 404,
  'item.alreadyDecided': 409,
  'item.mergeNeedsCommitment': 422,
  'item.rejectNeedsReason': 422,
  'target.unreadable': 422,
  'amendment.outsidePlan': 422,
  'request.invalid': 400,
  'request.tooLarge': 413,
  'request.typeUnknown': 415,
  'request.originForbidden': 403,
  'route.notFound': 404,
  'permission.denied': 403,
  'text.invalid': 400,
  'date.invalid': 400,
  'number.invalid': 400,
  'state.changed': 409,
  'server.busy': 503,
  'database.unavailable': 503,
  'storage.full': 507,
  'server.bug': 500,
  'object.notFound': 404,
  'policy.notFound': 404,
  'notice.notFound': 404,
  'evidence.typeUnknown': 415,
  'notice.needsAddressee': 422,
  'notice.needsReason': 422,
  'notice.needsDueDay': 422,
  'notice.dueInPast': 422,
  'notice.needsApproval': 422,
  'notice.needsAnswer': 422,
  'notice.needsEvidence': 422,
  'notice.ownAnswer': 422,
  'notice.ownExtension': 422,
  'notice.notRemedied': 422,
  'notice.highestGrade': 422,
  'notice.extensionOpen': 422,
  'notice.noExtensionOpen': 422,
  'notice.extensionLimit': 422,
  'notice.extensionTooLate': 422,
  'notice.extensionNotLater': 422,
  'escalation.idTwice': 422,
  'escalation.lowers': 422,
  'escalation.leastInvalid': 422,
  'inspection.notFound': 404,
  'inspection.needsMethod': 422,
  'inspection.needsApproval': 422,
  'inspection.departmentNotAssigned': 422,
  'inspection.repeats': 422,
  'inspection.teamTooSmall': 422,
  'inspection.mustRecuse': 422,
  'inspection.notInTeam': 422,
  'inspection.needsFinding': 422,
  'inspection.needsConclusion': 422,
  'inspection.needsReceipt': 422,
  'inspection.objectionTooLate': 422,
  'inspection.objectionOpen': 422,
  'inspection.needsReason': 422,
  'inspection.reviewerWasInspector': 422,
  'inspection.needsRectification': 422,
  'inspection.notRectified': 422,
  'standing.notFound': 404,
  'standing.formulaWrong': 422,
  'standing.nobodyRanked': 422,
  'standing.inputsChanged': 422,
  'standing.ownFreeze': 422,
  'standing.needsReason': 422,
  'formula.empty': 422,
  'formula.partTwice': 422,
  'formula.weightInvalid': 422,
  'formula.capInvalid': 422,
  'formula.coverageInvalid': 422,
  'formula.placesInvalid': 422,
  'formula.notOutcome': 422,
  'formula.needsSource': 422,
  'notice.stateChanged': 409,
  'session.none': 401,
  'session.ended': 401,
  'login.wrong': 401,
  'login.locked': 429,
  'login.secondFactor': 401,
  'login.busy': 503,
  'account.notFound': 404,
  'account.nameTaken': 409,
  'account.passwordWeak': 422,
  'account.mustChangePassword': 403,
  'account.mustSetFactor': 403,
  'account.passwordSame': 422,
  'account.self': 422,
  'account.stateSame': 409,
  'account.loginInvalid': 422,
  'login.codeWrong': 401,
  'login.tooMany': 429,
  'session.proofNeeded': 403,
  'factor.notOffered': 409,
  'token.scopeForbidden': 422,
  'token.tooLong': 422,
  'grant.needsPlace': 422,
  'grant.needsUnit': 422,
  'grant.endsBeforeStart': 422,
  'grant.placeUnknown': 422,
  'grant.outsideReach': 403,
  'grant.ended': 409,
  'invitation.invalid': 410,
  'post.held': 409,
  'post.ended': 409,
  'oidc.none': 404,
  'oidc.unreachable': 503,
  'oidc.refused': 400,
  'oidc.unknownPerson': 401,
  'oidc.linkedElsewhere': 409,
  'setting.unknown': 404,
  'organisation.sheetUnknown': 422,
  'organisation.headingMissing': 422,
  'organisation.cellMissing': 422,
  'organisation.cellTooLong': 422,
  'organisation.kindUnknown': 422,
  'organisation.placeUnknown': 422,
  'organisation.unitUnknown': 422,
  'organisation.nameTwice': 422,
  'organisation.loginInvalid': 422,
  'organisation.mailInvalid': 422,
  'organisation.roleUnknown': 422,
  'organisation.roleNeedsPlace': 422,
  'organisation.roleNeedsUnit': 422,
  'organisation.dayInvalid': 422,
  'organisation.yesOrNo': 422,
  'setting.valueInvalid': 422,
  'request.keyMismatch': 422,
  'request.keyInvalid': 400,
  'server.overloaded': 503,
  'move.unknown': 400,
  'move.notFromHere': 409,
  'report.notFound': 404,
  'report.periodClosed': 409,
  'report.empty': 422,
  'report.cellsRefused': 422,
  'report.notYours': 403,
  'report.ownReport': 403,
  'report.ownAcceptance': 403,
  'report.needsReason': 422,
  'figure.empty': 422,
  'figure.numberInvalid': 400,
  'figure.unitMismatch': 422,
  'figure.periodInvalid': 400,
  'figure.periodAhead': 422,
  'figure.periodNotAsked': 422,
  'figure.outOfRange': 422,
  'figure.notWhole': 422,
  'figure.belowLast': 422,
  'figure.jump': 422,
  'figure.sameAsLast': 422,
  'figure.saysNothing': 422,
  'figure.needsNumber': 422,
  'paste.outsideTable': 422,
  'paste.notAsked': 422,
  'paste.quoteOpen': 422,
  'rows.noHeading': 422,
  'rows.headingTwice': 422,
  'rows.figureUnknown': 422,
  'rows.figureTwice': 422,
  'correction.figureUnknown': 422,
  'correction.notApproved': 409,
  'correction.alreadyCorrected': 409,
  'correction.otherFigure': 422,
  'correction.nothingChanged': 422,
  'correction.needsReason': 422,
  'confidence.needsNote': 422,
  'override.needsReason': 422,
  'override.sameStatus': 422,
  'override.datesInvalid': 422,
  'override.ownCommitment': 403,
  'clock.holidaysUnknown': 422,
  'clock.termInvalid': 422,
  'role.needsPlace': 422,
  'role.needsUnit': 422,
  'role.endsBeforeStart': 422,
  'role.unknown': 422,
  'place.twice': 422,
  'place.noRoot': 422,
  'place.severalRoots': 422,
  'place.parentUnknown': 422,
  'place.circle': 422,
  'place.kindUnderKind': 422,
  'place.nameTwice': 422,
  'report.notAccepted': 409,
  'report.stateChanged': 409,
  'report.needsExplanation': 422,
  'draft.changed': 409,
  'figure.notAsked': 422,
  'rows.tooMany': 422,
  'site.notFound': 404,
  'site.noRows': 422,
  'site.metricUnknown': 422,
  'site.notLivelihood': 422,
  'site.needsWords': 422,
  'site.dayAhead': 422,
  'site.upkeepDays': 422,
  'site.photosFull': 422,
  'photo.typeUnknown': 415,
  'photo.damaged': 422,
  'photo.tooLarge': 413,
  'site.needsStandard': 422,
  'site.needsAcceptance': 422,
  'site.ownClaim': 422,
  'site.needsUpkeep': 422,
  'site.upkeepOver': 422,
  'site.needsAmendment': 422,
  'site.needsReason': 422,
  'coordinate.unreadable': 422,
  'coordinate.swapped': 422,
  'coordinate.outsideCountry': 422,
  'coordinate.outsideCity': 422,
  'siteRows.nameMissing': 422,
  'siteRows.nameTwice': 422,
  'siteRows.placeUnknown': 422,
  'siteRows.coordinateHalf': 422,
  'siteRows.shareInvalid': 422,
  'siteRows.dayInvalid': 422,
  'siteRows.notYours': 422,
  'siteRows.alreadyThere': 422,
  'lead.notFound': 404,
  'lead.needsAnswer': 422,
  'lead.needsFinding': 422,
  'lead.needsReason': 422,
  'lead.ownAnswer': 422,
  'rating.scoreInvalid': 422,
  'rating.twice': 409,
  'rating.tooMany': 429,
  'rating.tooEarly': 409,
  'rating.lowNeedsWords': 422,
  'rating.wordsTooLong': 422,
  'outline.unreadable': 422,
  'outline.noPlace': 422,
};

export type Params = Readonly<Record<string, string>>;

/** One thing to correct: where it stands in the request, and what is wrong with it. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: Words;
}

export interface Refusal {
  readonly code: ProblemCode;
  readonly params?: Params;
  readonly fields?: readonly FieldProblem[];
}

export const fill = (words: Words, params: Params): Words => {
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (mark, key: string) => params[key] ?? mark);
  return { zh: put(words.zh), en: put(words.en) };
};

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const params = { ...refusal.params, requestId: request.id };
  const status = httpStatus[refusal.code];
  const seconds = refusal.params?.seconds ?? (status === 503 ? '2' : undefined);
  if (seconds !== undefined && (status === 429 || status === 503)) reply.header('retry-after', seconds);
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send({
      code: refusal.code,
      message: fill(problemText[refusal.code], params),
      params: refusal.params ?? {},
      fields: refusal.fields ?? [],
      requestId: request.id,
    });
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Fastify's own refusals, before a handler runs. */
const frameworkProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.typeUnknown',
  FST_ERR_CTP_EMPTY_TYPE: 'request.typeUnknown',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.invalid',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.invalid',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.invalid',
  FST_ERR_BAD_URL: 'route.notFound',
};

/** SQLSTATE classes: 08 connection, 53 resources, 57P shutdown, 40 a conflict that a retry may solve. */
function databaseProblem(code: string): ProblemCode | null {
  if (code === '53100') return 'storage.full';
  if (/^(08|53|57P0)/.test(code) || ['57014', '55P03'].includes(code)) return 'database.unavailable';
  if (['40001', '40P01'].includes(code)) return 'state.changed';
  return null;
}

const connectionTrouble = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Client has encountered/;

/** What an error that nobody expected is called; everything unknown is a bug of ours. */
export function problemOf(error: unknown): ProblemCode {
  const code = codeOf(error);
  const known = frameworkProblems[code] ?? databaseProblem(code);
  if (known) return known;
  if (code === 'ENOSPC') return 'storage.full';
  const message = error instanceof Error ? error.message : '';
  if (connectionTrouble.has(code) || lostConnection.test(message)) return 'database.unavailable';
  if (error instanceof SyntaxError && 'statusCode' in error) return 'request.invalid';
  return 'server.bug';
}

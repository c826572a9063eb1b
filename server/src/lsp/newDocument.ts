import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { newDocument, newDocumentCriteria, newDocumentScopes } from '../core/pack/newDocument.ts';
import { criterionTexts, type LanguageTag, type Pack } from '../core/pack/pack.ts';
import { valueAt } from './clientSupport.ts';
import {
  type NewDocumentChoices,
  type NewDocumentResult,
  newDocumentChoicesRequest,
  newDocumentRequest,
} from './protocol.ts';
import { choiceParam, stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers what a new document can hold, and the document that an author chose. */
export function answerNewDocument(session: Session): void {
  const { guard, language, pack } = session;
  guard.request<NewDocumentChoices>(
    newDocumentChoicesRequest,
    () => ({ languages: [], sections: [] }),
    () => newDocumentChoices(pack, language),
  );
  guard.request<NewDocumentResult | null>(
    newDocumentRequest,
    () => null,
    (params) =>
      newDocument(pack, {
        language: stringParam(params, 'language'),
        scope: choiceParam(params, newDocumentScopes, 'scope'),
        without: idsParam(params, 'without'),
      }),
  );
}

function newDocumentChoices(pack: Pack, language: LanguageTag): NewDocumentChoices {
  const first = new Set(newDocumentCriteria(pack, 'first'));
  return {
    languages: pack.languages.map(({ language: tag, name }) => ({ tag, name })),
    sections: pack.criteria.map((criterion) => {
      const { description, title } = criterionTexts(criterion, language);
      const { id, kind } = criterion;
      return { id, kind, title, description, isInFirst: first.has(id) };
    }),
  };
}

function idsParam(params: unknown, name: string): readonly string[] {
  const value = valueAt(params, [name]);
  if (Array.isArray(value) && value.every((id): id is string => typeof id === 'string')) {
    return value;
  }
  const message = `The parameter "${name}" has to be a list of ids.`;
  throw new ResponseError(ErrorCodes.InvalidParams, message);
}

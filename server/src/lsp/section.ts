import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { planSection } from '../core/analysis/planSection.ts';
import { type SectionInsertion, sectionRequest } from './protocol.ts';
import { stringParam } from './requestParams.ts';
import type { Session } from './session.ts';

/** Answers where the section of a criterion belongs in a document, and its text. */
export function answerSection(session: Session): void {
  const { analyses, configurations, guard } = session;
  guard.request<SectionInsertion | null>(
    sectionRequest,
    () => null,
    async (params) => {
      const uri = stringParam(params, 'uri');
      const criterion = stringParam(params, 'criterion');
      const { pack } = await configurations.of(uri);
      if (!pack.criteria.some(({ id }) => id === criterion)) {
        const message = 'The parameter "criterion" has to be the id of a criterion of the pack.';
        throw new ResponseError(ErrorCodes.InvalidParams, message);
      }
      const analysis = await analyses.of(uri);
      if (analysis === undefined) return null;
      const { document, report, text } = analysis;
      const plan = planSection(document, pack, criterion, report.language);
      if (plan === undefined) return null;
      const { offset, plainText, snippet } = plan;
      return { position: text.positionAt(offset), snippet, plainText };
    },
  );
}

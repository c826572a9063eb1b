import { describe, expect, it } from 'vitest';
import { detectLanguage, languageSigns } from '../../../server/src/core/analysis/detectLanguage.ts';
import { builtInPack } from '../../../server/src/host/builtInPack.ts';

describe('the language of a text', () => {
  it.each([
    [
      'en',
      'We use open source so that our booking systems stay ours, and no supplier may hold them.',
    ],
    ['zh-Hans', '我们使用开源软件，法务部负责许可证审查。'],
    ['zh-Hant', '我們使用開源軟體，法務部負責授權審查。'],
    ['ja', '私たちはオープンソースを利用し、法務部がライセンスを確認します。'],
    ['ko', '우리는 오픈소스를 사용하며 법무팀이 라이선스를 검토합니다.'],
    ['und', 'PostgreSQL Kubernetes OpenTelemetry Keycloak'],
    ['und', ''],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(languageSigns(text, builtInPack), builtInPack)).toBe(language);
  });
});

/** A workbook worked by the command line against the real service and the fictional account, over HTTP. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startDemo, type Demo } from '../../server/demo/index.ts';
import { makeFolder, startTestService, type TestOptions, type TestService } from '../http/testService.ts';
import { passerelle, type Said, type Scene } from './commandLine.ts';

export class DemoOffice {
  private constructor(
    readonly folder: string,
    readonly demo: Demo,
    readonly service: TestService,
  ) {}

  /** A month of several readings is more than Lucca lets through in a minute: the limit has its own tests. */
  static async opened(employees: number, seed: number, over: TestOptions = {}): Promise<DemoOffice> {
    const folder = await makeFolder();
    const demo = await startDemo({ employees, seed, rateLimit: { limit: 100_000 } });
    return new DemoOffice(folder, demo, await DemoOffice.serving(folder, demo, over));
  }

  /** A service whose account is the fictional one. */
  static async serving(folder: string, demo: Demo, over: TestOptions): Promise<TestService> {
    const account = { origin: demo.origin, tokenUrl: demo.oauth.tokenUrl };
    return startTestService(folder, { demo: null, accounts: new Map([['fictif', account]]), ...over });
  }

  async closed(): Promise<void> {
    await this.service.close();
    await this.demo.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  file(name: string): string {
    return join(this.folder, name);
  }

  /** A command that may reach the account. */
  on(
    workbook: string,
    command: string,
    words: readonly string[],
    scene: Scene = {},
    { origin, token }: TestService = this.service,
  ): Promise<Said> {
    const common = ['--workbook', this.file(workbook), '--service', origin, '--token', token, '--account', 'fictif'];
    return passerelle([command, ...common, ...words], {
      ...scene,
      environment: { PASSERELLE_API_KEY: this.demo.apiKey },
    });
  }
}

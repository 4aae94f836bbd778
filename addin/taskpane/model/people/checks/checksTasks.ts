/** « Vérifier les fiches » in the pane. */
import { checkPeople } from '../../../../../shared/flows/people/checkPeople.ts';
import type { PaneDesk } from '../../desk.ts';
import { tellUnanswered } from '../../serviceWays.ts';

export class ChecksTasks {
  private readonly desk: PaneDesk;

  constructor(desk: PaneDesk) {
    this.desk = desk;
  }

  async open(): Promise<void> {
    const checked = await checkPeople(this.desk.ports);
    if (checked.ok) this.desk.show({ name: 'peopleChecks', checks: checked.value });
    else await tellUnanswered(this.desk, { code: 'book', error: checked.error });
  }
}

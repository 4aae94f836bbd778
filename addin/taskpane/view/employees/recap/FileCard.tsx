import { useState, type ReactElement } from 'react';
import { Button, Checkbox, Field, Select } from '@fluentui/react-components';
import { ArrowDownloadRegular, TableRegular } from '@fluentui/react-icons';
import * as text from '../../../../../shared/messages/fr/employees/recap.ts';
import type { FileFormat } from '../../../model/people/recap/recapTasks.ts';
import { useLook } from '../../look.ts';
import { usePeople } from '../usePeople.ts';

const formats = Object.keys(text.formatNames) as FileFormat[];

/** The sheets, and the file of the screen: masked unless the box is ticked, each time anew. */
export function FileCard(): ReactElement {
  const look = useLook();
  const start = usePeople();
  const [format, setFormat] = useState<FileFormat>('pdf');
  const [isRevealed, setRevealed] = useState(false);
  return (
    <div className={look.card}>
      <Field label={text.formatLabel}>
        <Select value={format} onChange={(_, { value }) => setFormat(formats.find((each) => each === value) ?? format)}>
          {formats.map((each) => (
            <option key={each} value={each}>
              {text.formatNames[each]}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={text.revealInFile}
        checked={isRevealed}
        onChange={(_, { checked }) => setRevealed(checked === true)}
      />
      <div className={look.row}>
        <Button
          icon={<ArrowDownloadRegular />}
          onClick={() => start((tasks) => tasks.recap.download(format, isRevealed))}
        >
          {text.makeFile}
        </Button>
        <Button icon={<TableRegular />} onClick={() => start((tasks) => tasks.recap.write())}>
          {text.writeSheets}
        </Button>
      </div>
    </div>
  );
}

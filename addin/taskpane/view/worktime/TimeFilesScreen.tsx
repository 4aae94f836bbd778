import type { ReactElement } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular, SendRegular } from '@fluentui/react-icons';
import type { TimeFile } from '../../../../shared/domain/worktime/files/timeFile.ts';
import { timeFileKinds, timeKindsOf } from '../../../../shared/flows/worktime/timeFiles.ts';
import * as files from '../../../../shared/messages/fr/vouchers/filesPane.ts';
import { simulateAction } from '../../../../shared/messages/fr/worktime/creditPane.ts';
import * as text from '../../../../shared/messages/fr/worktime/exportsPane.ts';
import { hundredthsText } from '../../../../shared/messages/fr/worktime/resultPane.ts';
import type { TimeScreen } from '../../model/worktime/timeState.ts';
import { FindingList } from '../FindingList.tsx';
import { useLook } from '../look.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { FilePreview } from '../vouchers/files/FilePreview.tsx';
import { useTime } from './useTime.ts';

type FilesState = Extract<TimeScreen, { name: 'worktimeFiles' }>;

function FileCard({ file }: { readonly file: TimeFile }): ReactElement {
  const look = useLook();
  const start = useTime();
  const { name, control, bytes, preview } = file;
  return (
    <li className={look.card}>
      <h3 className={look.title}>{name}</h3>
      <Text size={200}>{text.fileSize(control.lines, control.people, hundredthsText(control.hundredths))}</Text>
      <FilePreview label={files.previewOf(name)} rows={preview} />
      <Button
        appearance="primary"
        icon={<ArrowDownloadRegular />}
        disabled={!bytes}
        aria-label={files.downloadOf(name)}
        onClick={() => start((tasks) => tasks.files.download(file))}
      >
        {files.downloadAction}
      </Button>
    </li>
  );
}

/** The other way for rest: no file, once the export is confirmed and as long as nothing was sent. */
function CreditButton({ held: { number, month } }: Pick<FilesState, 'held'>): ReactElement {
  const start = useTime();
  return (
    <Button icon={<SendRegular />} onClick={() => start((tasks) => tasks.credit.simulate({ number, month }))}>
      {simulateAction}
    </Button>
  );
}

/** What can be given of an export: seen and held to the sheet before it is downloaded. */
export function TimeFilesScreen({ screen: { held, kind, made } }: { readonly screen: FilesState }): ReactElement {
  const look = useLook();
  const start = useTime();
  const kinds = timeKindsOf(held);
  const mayCredit = kind === 'repos' && held.state === 'confirmed' && held.sentAt === '';
  const isRefused = made.findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <ScreenTitle>{files.filesTitle(held.number)}</ScreenTitle>
      <Text>{text.exportName(held.number, held.month)}</Text>
      {kinds.length > 1 ? (
        <Field label={files.kindLabel}>
          <Select
            value={kind}
            onChange={(_, { value }) =>
              start((tasks) => tasks.files.choose(held, timeFileKinds.find((each) => each === value) ?? kind))
            }
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {text.fileKinds[each]}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Text weight="semibold">{text.fileKinds[kind]}</Text>
      )}
      <FindingList findings={made.findings} />
      {isRefused && made.files.length > 0 ? <Text>{files.refusedFiles}</Text> : null}
      <ul className={look.plain}>
        {made.files.map((file) => (
          <FileCard key={file.name} file={file} />
        ))}
      </ul>
      {mayCredit ? <CreditButton held={held} /> : null}
    </>
  );
}

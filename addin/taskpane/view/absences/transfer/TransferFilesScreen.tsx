import type { ReactElement } from 'react';
import { Button, Field, Select, Text } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentTableRegular } from '@fluentui/react-icons';
import type { TransferFile } from '../../../../../shared/domain/absences/files/transferFile.ts';
import { encodings } from '../../../../../shared/domain/files/encoding.ts';
import { endedImport, fileQuantity } from '../../../../../shared/messages/fr/absences/files.ts';
import { isEnded } from '../../../../../shared/flows/absences/transferFiles.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import * as files from '../../../../../shared/messages/fr/vouchers/filesPane.ts';
import { givenKinds, workbookOf } from '../../../model/absences/transfer/transferFileTasks.ts';
import type { FilesScreen } from '../../../model/absences/transfer/transferState.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { FilePreview } from '../../vouchers/files/FilePreview.tsx';
import { useAbsences } from '../useAbsences.ts';

interface FileCardProps {
  readonly screen: FilesScreen;
  readonly file: TransferFile;
}

function FileCard({ screen, file }: FileCardProps): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { name, recipient, control, bytes, preview } = file;
  const workbook = workbookOf(file, screen.kind);
  return (
    <li className={look.card}>
      <h3 className={look.title}>{name}</h3>
      {recipient === '' ? null : <Text size={200}>{text.dossierOf(recipient)}</Text>}
      <Text size={200}>{text.fileSize(control.people, control.lines, fileQuantity(control))}</Text>
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
      {workbook && bytes ? (
        <Button
          icon={<DocumentTableRegular />}
          onClick={() => start((tasks) => tasks.files.downloadWorkbook(screen, workbook))}
        >
          {text.xlsxAction}
        </Button>
      ) : null}
    </li>
  );
}

/** Which file, and how its text is written. */
function Choices({ screen }: { readonly screen: FilesScreen }): ReactElement {
  const start = useAbsences();
  const { kind, encoding } = screen;
  const kinds = givenKinds(screen);
  const choose = (choice: Partial<Pick<FilesScreen, 'kind' | 'encoding'>>) =>
    start((tasks) => tasks.files.choose(screen, { kind, encoding, ...choice }));
  return (
    <>
      <Field label={files.kindLabel}>
        <Select
          value={kind}
          onChange={(_, { value }) => choose({ kind: kinds.find((each) => each === value) ?? kind })}
        >
          {kinds.map((each) => (
            <option key={each} value={each}>
              {text.fileKinds[each]}
            </option>
          ))}
        </Select>
      </Field>
      {kind === 'payfit' ? null : (
        <Field label={text.encodingLabel}>
          <Select
            value={encoding}
            onChange={(_, { value }) => choose({ encoding: encodings.find((each) => each === value) ?? encoding })}
          >
            {encodings.map((each) => (
              <option key={each} value={each}>
                {text.encodingNames[each]}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}

/** What can be given of an import: seen and held to its lines before it is downloaded. */
export function TransferFilesScreen({ screen }: { readonly screen: FilesScreen }): ReactElement {
  const look = useLook();
  const { held, made, isLocked } = screen;
  const isRefused = made.findings.some(({ severity }) => severity === 'error');
  return (
    <>
      <ScreenTitle>{files.filesTitle(held.number)}</ScreenTitle>
      <Text>{text.importName(held.number, held.month)}</Text>
      {isEnded(held) ? <Text>{endedImport(held.state)}</Text> : null}
      {isLocked && !isEnded(held) ? <Text>{text.filesLocked}</Text> : null}
      <Choices screen={screen} />
      <FindingList findings={made.findings} />
      {isRefused && made.files.length > 0 ? <Text>{files.refusedFiles}</Text> : null}
      <ul className={look.plain}>
        {made.files.map((file) => (
          <FileCard key={file.name} screen={screen} file={file} />
        ))}
      </ul>
    </>
  );
}

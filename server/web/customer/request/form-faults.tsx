import { Notice } from '../../../../shared/ui/notice.tsx';

/** What keeps a form from being sent and stands at no field: what the server said, and faults of fields that are not drawn. */
export function FormFaults({ faults }: { faults: readonly (string | undefined)[] }) {
  const said = faults.filter((words) => words !== undefined);
  return (
    <>
      {said.map((words) => (
        <Notice key={words} kind="danger" alert>
          {words}
        </Notice>
      ))}
    </>
  );
}

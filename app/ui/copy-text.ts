/** Puts text on the clipboard; false where the browser does not allow it (it wants https or localhost). */
export async function copyText(text: string): Promise<boolean> {
  // Absent outside secure contexts, whatever the type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}

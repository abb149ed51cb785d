/** Where the figures end. */
export function NotTold() {
  return (
    <>
      <ul>
        <li>
          <b>Your incident is none of these.</b> They are from public issues and pull requests, which
          developers write, and were solved. What nobody reports, or nobody solves, is not among them.
        </li>
        <li>
          <b>A thread can be wrong.</b> “Confirmed” is what it says. Many streams have two things wrong with
          them, and the fix that was merged is one of them.
        </li>
        <li>
          <b>Other parts of the verdict are not in them.</b> They count the ranking of causes: not the fix,
          not the next check, and not what you would have learned from its result.
        </li>
        <li>
          <b>A report is not a paste.</b> The texts are short, and retold where they are prose. About half of
          them were held against their threads once more: one in four said something that the thread does not
          bear out, and was mended. The others were not checked again. A raw log says more, or nothing.
        </li>
        <li>
          <b>A few percent are chance.</b> The fewer the incidents, the more: in a row of five, one is twenty
          percent.
        </li>
      </ul>
      <p>So take the verdict for what to look at first, and let its check decide.</p>
    </>
  );
}

/** The way back for what was wrong. */
export function Wrong() {
  return (
    <p>
      Open your verdict on <a href="/">the desk</a> and press “This verdict is wrong” beside its report: you
      say in a sentence what it really was, it writes a text with the answers and findings for the project’s
      tracker, and sends nothing. A wrong verdict becomes a test.
    </p>
  );
}

/** The foot of every page. */
export function SiteFoot() {
  return (
    <>
      <footer className="foot">
        <div className="wrap">
          <span>Your answers stay in this browser and in your links.</span>
          <a href="/checks/">All checks</a>
          <a href="/configs/">All configs</a>
          <a href="/pairs/">All code pairs</a>
          <a href="/facts/">Measured facts</a>
          <a href="/proofs/">What was run</a>
          <a href="/runbooks/">Link from an alert</a>
          <a href="/offline/">Use it offline</a>
          <a href="/accuracy/">How often it is right</a>
          <a href="/privacy/">What stays here</a>
          <a href="/data/">The knowledge as data</a>
        </div>
      </footer>
      {/* components/enhance/offline.ts speaks here. */}
      <div className="site-says no-print" role="status" data-site-says="" />
    </>
  );
}

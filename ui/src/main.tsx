import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter, Route, Routes } from "react-router-dom";
import { WordsProvider } from "./i18n/Words";
import { CallPage } from "./pages/CallPage";
import { CallsPage } from "./pages/CallsPage";
import { DeskPage } from "./pages/DeskPage";
import { FloorPage } from "./pages/FloorPage";
import { LibraryPage } from "./pages/LibraryPage";
import { LibraryScriptPage } from "./pages/LibraryScriptPage";
import { LivePage } from "./pages/LivePage";
import { NoSuchPage } from "./pages/NoSuchPage";
import { OfficePage } from "./pages/OfficePage";
import { SignInPage } from "./pages/SignInPage";
import { SiteCallPage } from "./pages/SiteCallPage";
import { SiteCallsPage } from "./pages/SiteCallsPage";
import { StartPage } from "./pages/StartPage";
import { UnansweredPage } from "./pages/UnansweredPage";
import { AgencyProvider } from "./shell/Agency";
import { Only } from "./shell/Only";
import { Shell } from "./shell/Shell";
import { SessionProvider } from "./shell/SignedIn";
import "./styles/app.scss";

// The drawing of a graph is as large as the rest of the workspace: only who opens the page fetches it.
const FlowPage = lazy(async () => ({ default: (await import("./pages/FlowPage")).FlowPage }));

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <WordsProvider>
    <AgencyProvider>
      <SessionProvider>
        <BrowserRouter>
          <Routes>
            <Route element={<Shell />}>
              <Route index element={<StartPage />} />
              <Route path="sign-in" element={<SignInPage />} />
              <Route path="desk" element={<Only roles={["csr", "officer", "supervisor"]}>{(me) => <DeskPage me={me} />}</Only>} />
              <Route path="office" element={<Only roles={["clerk"]}>{() => <OfficePage />}</Only>} />
              <Route path="office/:number" element={<Only roles={["clerk"]}>{() => <OfficePage />}</Only>} />
              <Route path="live" element={<Only roles={["supervisor"]}>{() => <LivePage />}</Only>} />
              <Route path="calls" element={<Only roles={["supervisor"]}>{() => <CallsPage />}</Only>} />
              <Route path="floor" element={<Only roles={["supervisor", "lead", "workforce"]}>{(me) => <FloorPage me={me} />}</Only>} />
              <Route path="told" element={<Only roles={["quality"]}>{() => <SiteCallsPage />}</Only>} />
              <Route path="told/:id" element={<Only roles={["quality"]}>{() => <SiteCallPage />}</Only>} />
              <Route path="flow" element={<Only roles={["supervisor"]}>{() => <Suspense><FlowPage /></Suspense>}</Only>} />
              <Route path="unanswered" element={<Only roles={["supervisor", "author", "approver"]}>{() => <UnansweredPage />}</Only>} />
              <Route path="library" element={<Only roles={["author", "approver"]}>{() => <LibraryPage />}</Only>} />
              <Route path="library/:script" element={<Only roles={["author", "approver"]}>{(me) => <LibraryScriptPage me={me} />}</Only>} />
              <Route path="calls/:id" element={<Only roles={["csr", "officer", "supervisor"]}>{() => <CallPage />}</Only>} />
              <Route path="*" element={<NoSuchPage />} />
            </Route>
          </Routes>
        </BrowserRouter>
      </SessionProvider>
    </AgencyProvider>
  </WordsProvider>,
);

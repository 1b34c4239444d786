import { Navigate, Outlet } from "react-router";
import { signIn, useSession } from "@/shared/session/useSession";
import { SignInFirst } from "@/shared/session/SignInFirst";

/** Lets through who is signed in with an account that may work; others are told what to do. */
export function AccountGate() {
  const { session, over } = useSession();
  if (session === null) return <SignInFirst why={over} onSignIn={() => signIn()} />;
  const account = session.accounts.find((one) => one.account_id === session.account_id);
  if (account === undefined || !account.may_act) return <Navigate to="/account" replace />;
  return <Outlet />;
}

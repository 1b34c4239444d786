import { Outlet } from "react-router";
import { Feedback } from "@/shared/ui/Feedback";

/** All pages but the first, whose file is smaller without this. */
export function PagesThatTell() {
  return (
    <Feedback>
      <Outlet />
    </Feedback>
  );
}

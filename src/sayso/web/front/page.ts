// What the page does in the browser. Without it every view still shows all it holds.
import { timelines } from "./timeline";
import { reading } from "./reading";

reading();
timelines();

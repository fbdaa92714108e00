import '../../../shared/ui/base.css';
import { showWindow } from '../../window/show-window.tsx';

showWindow(document.body, new URL(location.href));

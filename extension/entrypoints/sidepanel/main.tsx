import '../../../shared/ui/base.css';
import { showPanel } from '../../panel/show-panel.tsx';

showPanel(document.body);

package org.jiesu.workflow.tasks;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's form service behind the gate. */
class GateFormService extends FormServiceImpl {

    private final Gate gate;

    GateFormService(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        gate.pass(taskId, properties, flags -> {
            super.submitTaskForm(taskId, flags);
            return null;
        });
    }

    @Override
    @SuppressWarnings("deprecation")
    public void submitTaskFormData(String taskId, Map<String, String> properties) {
        submitTaskForm(taskId, properties == null ? null : new HashMap<>(properties));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return gate.pass(
                taskId,
                properties,
                flags -> super.submitTaskFormWithVariablesInReturn(taskId, flags, deserializeValues));
    }
}
